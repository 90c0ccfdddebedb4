#pragma warning disable BL0006 // The drawing side of Blazor is played here, which only its own types can.
using Map.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests;

/// <summary>
/// The page's side of a circuit, played: it types once more before it draws what came of the first key, and confirms that drawing before the server's thread has gone on.
/// </summary>
public class InTurnTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_for_a_handler_that_was_replaced_meanwhile_is_heard_only_where_confirmations_wait_for_their_turn(bool inTurn)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var drawing = new Drawing(services, inTurn);
        await drawing.Dispatcher.InvokeAsync(() => drawing.OpenAsync());
        var first = drawing.Handler;
        drawing.TypesMeanwhile = first;
        await drawing.Dispatcher.InvokeAsync(() => drawing.DispatchEventAsync(first, null, EventArgs.Empty));
        Assert.NotEqual(first, drawing.Handler);
        if (inTurn)
        {
            await drawing.Typed!;
            Assert.Equal(2, drawing.Field.Heard);
        }
        else
        {
            // This is what Blazor does by itself. Where it does not any longer, confirmations need not wait.
            await Assert.ThrowsAsync<ArgumentException>(() => drawing.Typed!);
        }
    }

    private sealed class Field : ComponentBase
    {
        public int Heard { get; private set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            var drawnFor = Heard;
            builder.OpenElement(0, "input");
            // Another delegate in each drawing, as bindings have.
            builder.AddAttribute(1, "oninput", EventCallback.Factory.Create(this, () => { Heard = Math.Max(Heard, drawnFor) + 1; }));
            builder.CloseElement();
        }
    }

    private sealed class Drawing(IServiceProvider services, bool inTurn) : Renderer(services, NullLoggerFactory.Instance)
    {
        public Field Field { get; } = new();
        public ulong Handler { get; private set; }
        public ulong? TypesMeanwhile { get; set; }
        public Task? Typed { get; private set; }

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public Task OpenAsync() => RenderRootComponentAsync(AssignRootComponentId(Field));

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            for (var i = 0; i < renderBatch.ReferenceFrames.Count; i++)
            {
                if (renderBatch.ReferenceFrames.Array[i] is { FrameType: RenderTreeFrameType.Attribute, AttributeEventHandlerId: > 0 and var handler }) { Handler = handler; }
            }
            var (confirmed, turns) = (new TaskCompletionSource(), SynchronizationContext.Current!);
            Task Confirm()
            {
                confirmed.SetResult();
                return Task.CompletedTask;
            }
            // From another thread, as from the line, and all of it before this one goes on.
            var page = new Thread(() =>
            {
                if (TypesMeanwhile is { } old) { (TypesMeanwhile, Typed) = (null, Dispatcher.InvokeAsync(() => DispatchEventAsync(old, null, EventArgs.Empty))); }
                _ = inTurn ? InTurn.TakeAsync(turns, Confirm) : Confirm();
            });
            page.Start();
            page.Join();
            return confirmed.Task;
        }

        protected override void HandleException(Exception exception) => throw exception;
    }
}
