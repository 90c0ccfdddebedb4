using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

/// <summary>
/// Says on an open page, in words, that its sign-in has ended or that the site's mode changed, and from then on hears nothing more from a page of
/// the desk. What was typed stays on the page and on the device.
/// </summary>
internal sealed class AccessWatch(AuthenticationStateProvider authentication, ModeOfSite site, AccessNotice notice, NavigationManager navigation, Language lang) : CircuitHandler
{
    private volatile bool isOver, wasSignedIn, isAdmin;

    private bool IsDesk => new Uri(navigation.Uri).AbsolutePath.StartsWith("/desk", StringComparison.Ordinal);

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await authentication.GetAuthenticationStateAsync()).User;
        (wasSignedIn, isAdmin) = (person.Identity?.IsAuthenticated == true, person.IsInRole(Roles.Admin));
        authentication.AuthenticationStateChanged += Heard;
        site.Changed += Heard;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.AuthenticationStateChanged -= Heard;
        site.Changed -= Heard;
        return Task.CompletedTask;
    }

    /// <summary>A page that is over asks in vain: its answers would still hold what only the desk may know.</summary>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => isOver ? Task.CompletedTask : next(activity);

    private void Heard(Task<AuthenticationState> state) => _ = EndAsync(state);

    private async Task EndAsync(Task<AuthenticationState> state)
    {
        if (!wasSignedIn || (await state).User.Identity?.IsAuthenticated == true) { return; }
        var again = navigation.ToAbsoluteUri(lang.Link("/account/sign-in?returnUrl=" + Uri.EscapeDataString(new Address(navigation.Uri).ToString()))).ToString();
        await notice.TellAsync(
            lang.Say("You are signed out here: your role, your password or the account was changed, or somebody signed everyone out. What you typed is kept as a draft on this device.",
                "خرجتَ من هنا: تغيّر دورك أو كلمة مرورك أو الحساب، أو سُجّل خروج الجميع. ما كتبته محفوظ مسودةً على هذا الجهاز."),
            again, lang.Say("Sign in again", "ادخل من جديد"));
        isOver = IsDesk;
    }

    private void Heard(SiteMode mode) => _ = SayAsync(mode);

    private async Task SayAsync(SiteMode mode)
    {
        if (mode.IsClosed && !isAdmin)
        {
            await notice.TellAsync(NotAllowedException.Closed(mode.Since).Words(lang), null, null);
            isOver = true;
        }
        else if (IsDesk && !mode.IsNormal)
        {
            await notice.TellAsync(ModeWords.Standing(mode, lang), null, null);
        }
        else
        {
            await notice.ClearAsync();
        }
    }
}
