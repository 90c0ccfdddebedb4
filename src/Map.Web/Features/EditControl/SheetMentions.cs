using Map.Core.Control;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

/// <summary>The places and the source a sheet names.</summary>
internal static class SheetMentions
{
    public static Mentions Of(ClaimSheet sheet) => new([.. sheet.Lines.Select(line => line.PlaceKey)], [], [(sheet.SourceId, sheet.SourceKey)]);
}
