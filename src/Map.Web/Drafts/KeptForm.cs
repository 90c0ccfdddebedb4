namespace Map.Web.Drafts;

/// <summary>What a form keeps until it is saved.</summary>
/// <param name="Seen">The record as it was when the form opened, which a conflict is judged by; null for a new one.</param>
/// <param name="Turn">Goes up with every change: tells the later of two copies without trusting two clocks.</param>
/// <param name="Hand">The opening of the form that it was kept by: two copies of one hand tell of the same work.</param>
/// <param name="Request">The id it would be saved under as it stands here.</param>
public sealed record KeptForm<TDraft>(TDraft Draft, TDraft? Seen, int Turn = 0, string Hand = "", Guid? Request = null) where TDraft : class;

public static class KeptForms
{
    /// <summary>The later of the device's copy and the server's. What the device heard last may be one answer behind; its own keys never are.</summary>
    public static KeptDraft<KeptForm<TDraft>>? Later<TDraft>(KeptDraft<KeptForm<TDraft>>? device, KeptDraft<KeptForm<TDraft>>? server) where TDraft : class
    {
        if (device is null || server is null) { return device ?? server; }
        if (server.Draft.Turn <= device.Draft.Turn) { return device; }
        return device.Typed is { Count: > 0 } typed && device.Draft.Hand.Length > 0 && device.Draft.Hand == server.Draft.Hand
            // With other words it is another save.
            ? server with { Draft = DraftJson.With(server.Draft with { Request = null }, nameof(KeptForm<TDraft>.Draft), typed) }
            : server;
    }
}
