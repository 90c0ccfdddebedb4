namespace Map.Web.Data;

/// <summary>Whether reviewers and administrators must sign in with a second factor.</summary>
public static class SecondFactorRule
{
    public const string Setting = "Accounts:SecondFactor", Required = "required", Offered = "offered";

    /// <exception cref="InvalidOperationException">The setting is neither word: a slip may not open the desk.</exception>
    public static bool NeedsSecondFactor(this IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" or Required => true,
        Offered => false,
        var other => throw new InvalidOperationException($"Accounts__SecondFactor is “{other}”; it must be {Required} or {Offered}."),
    };
}
