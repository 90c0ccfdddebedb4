using Map.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Map.Web.Tests.Circuits;

/// <summary>The table of people, which fails in the stage of its life that the page's address names ("?fail=OnInitialized"); its first answer fails where that says so too.</summary>
internal sealed class FailingTable : PeopleTable, IAsyncDisposable
{
    public const string Words = "the inside of the server, which is nobody's business";

    /// <summary>All of a component's life, in its order; the first answer is drawn without a circuit.</summary>
    public static readonly IReadOnlyList<string> Stages =
    [
        "SetParametersAsync", "OnInitialized", "OnInitializedAsync", "OnInitializedLater", "OnParametersSet", "OnParametersSetAsync", "BuildRenderTree", "OnAfterRender", "OnAfterRenderAsync", "OnAfterRenderLater",
        "OnClick", "OnClickLater", "ThrownOutside", "DisposeAsync", "CalledBack",
    ];

    /// <summary>How the script's call begins that is handed the table.</summary>
    public const string Handed = "failing.hand";

    [Inject] private NavigationManager Where { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        Fail("SetParametersAsync");
        await base.SetParametersAsync(parameters);
    }

    [JSInvokable]
    public Task CalledBack() => Task.FromException(Is("CalledBack") ? new InvalidOperationException(Words) : new NotSupportedException());

    public ValueTask DisposeAsync()
    {
        Fail("DisposeAsync");
        return ValueTask.CompletedTask;
    }

    protected override void OnInitialized() => Fail("OnInitialized");

    protected override async Task OnInitializedAsync()
    {
        Fail("OnInitializedAsync");
        await base.OnInitializedAsync();
        await FailLaterAsync("OnInitializedLater");
    }

    protected override void OnParametersSet() => Fail("OnParametersSet");

    protected override Task OnParametersSetAsync()
    {
        Fail("OnParametersSetAsync");
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder __builder)
    {
        Fail("BuildRenderTree");
        base.BuildRenderTree(__builder);
        __builder.OpenElement(100_000, "button");
        __builder.AddAttribute(100_001, "data-failing", "true");
        __builder.AddAttribute(100_002, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, ClickedAsync));
        __builder.CloseElement();
    }

    protected override void OnAfterRender(bool firstRender) => Fail("OnAfterRender");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        Fail("OnAfterRenderAsync");
        if (firstRender && Is("CalledBack")) { await Script.InvokeVoidAsync(Handed, DotNetObjectReference.Create(this)); }
        await FailLaterAsync("OnAfterRenderLater");
    }

    private async Task ClickedAsync()
    {
        Fail("OnClick");
        await FailLaterAsync("OnClickLater");
        // As where something of the server's tells a page of what was changed, and that fails.
        if (Is("ThrownOutside")) { _ = DispatchExceptionAsync(new InvalidOperationException(Words)); }
    }

    private bool Is(string stage) => RendererInfo.IsInteractive ? Where.Uri.EndsWith("?fail=" + stage, StringComparison.Ordinal) : Where.Uri.EndsWith($"?fail=first-{stage}", StringComparison.Ordinal);

    private void Fail(string stage)
    {
        if (Is(stage)) { throw new InvalidOperationException(Words); }
    }

    private async Task FailLaterAsync(string stage)
    {
        if (!Is(stage)) { return; }
        await Task.Yield();
        throw new InvalidOperationException(Words);
    }

    /// <summary>Puts it in the place of every table of people.</summary>
    internal sealed class Activator(IServiceProvider all) : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) =>
            componentType == typeof(PeopleTable) ? new FailingTable() : (IComponent)Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance(all, componentType);
    }
}
