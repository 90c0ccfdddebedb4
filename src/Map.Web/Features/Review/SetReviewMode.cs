using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Review;

/// <summary>Changes who lets statements out. An administrator's act.</summary>
public sealed class SetReviewMode(WriteGate gate)
{
    /// <exception cref="NotAllowedException">This person is no administrator now.</exception>
    public Task<bool> RunAsync(string mode, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes($"review set to {mode}", requestId, Right.Administer) with { Act = "setting", Target = "review" }, async db =>
        {
            if (!ReviewMode.IsKnown(mode)) { return false; }
            var row = await db.Settings.FindAsync([Reviewing.Setting], cancel) ?? db.Settings.Add(new() { Key = Reviewing.Setting }).Entity;
            row.Value = mode;
            return true;
        }, cancel);
}
