namespace Map.Web.Data.SignIns;

/// <summary>In which way a sign-in came to its end, by the log's words.</summary>
public static class SignInWay
{
    public const string Password = "password", SecondFactor = "second-factor", Passkey = "passkey";

    /// <summary>The password was right and a code is asked for: without a line of the code after it, somebody knows the password and has no phone.</summary>
    public const string CodeAsked = "code-asked";

    public const string WrongPassword = "wrong-password", NoAccount = "no-account", Disabled = "disabled", WrongCode = "wrong-code", WrongPasskey = "wrong-passkey", Closed = "closed";

    /// <summary>Not looked at, for too much had been tried: by the same device or address for the account, by all strange devices for the account, by one address for all accounts; or too many requests altogether.</summary>
    public const string LimitOfOwn = "limit-own", LimitOfAccount = "limit-account", LimitOfAddress = "limit-address", LimitOfRequests = "limit-requests";
}
