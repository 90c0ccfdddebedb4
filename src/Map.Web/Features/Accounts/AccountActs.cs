namespace Map.Web.Features.Accounts;

/// <summary>What the log of acts calls what is done to accounts.</summary>
internal static class AccountActs
{
    public const string Join = "join", Password = "password", Role = "role", Disable = "disable", Enable = "enable", FactorRemoved = "second factor removed";

    /// <summary>Who chose a password by a link; nobody was signed in.</summary>
    public const string ResetLink = "reset link";

    private const string Account = "account ";

    public static string Target(string id) => Account + id;

    /// <summary>Null where it is no account.</summary>
    public static string? AccountOf(string? target) => target?.StartsWith(Account, StringComparison.Ordinal) == true ? target[Account.Length..] : null;
}
