using Map.Web.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Map.Web.Shared;

/// <summary>What a reader sees when something broke: a sentence, no details. The log has the rest under the same number.</summary>
internal sealed class PlainErrors(DataFolder folder) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var lang = Language.Of(httpContext.Request.Query["lang"]);
        if (StorageFault.IsDamage(exception)) folder.ReportDamage(exception.GetBaseException().Message);
        if ((exception as NotAllowedException ?? StorageFault.Refusal(exception)) is { } refused)
        {
            await PlainPage.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, lang, lang.Say("This cannot be done now", "لا يمكن هذا الآن"), refused.Words(lang));
            return true;
        }
        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await PlainPage.WriteAsync(httpContext, status, lang,
            lang.Say("Something went wrong", "حدث خطأ"),
            lang.Say($"The page could not be made. The fault is written down under {httpContext.TraceIdentifier}.", $"تعذّر إنشاء الصفحة. سُجّل الخطأ تحت الرقم {httpContext.TraceIdentifier}."));
        return true;
    }
}
