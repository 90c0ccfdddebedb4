namespace Map.Web.Data;

/// <summary>What an act takes of whoever does it.</summary>
public enum Right
{
    /// <summary>Nobody's: the server does it by itself.</summary>
    Server,

    /// <summary>Held by whoever has a one-time link; the act itself asks for it and uses it up.</summary>
    Link,

    /// <summary>Anybody with an account, on that account alone.</summary>
    Own,

    /// <summary>To record: editors, reviewers, administrators. Who of them publishes is settled inside the act, by the rules of review.</summary>
    Edit,

    /// <summary>People, settings, erasing.</summary>
    Administer,
}

/// <summary>Who acts, and by what right. What a page, a cookie or an open circuit remembers of that counts for nothing: the gate asks the database inside the write.</summary>
public sealed record Acting
{
    private Acting(Right right, string name) => (Right, Name) = (right, name);

    public Right Right { get; }
    /// <summary>What the history and the log of acts call them.</summary>
    public string Name { get; }
    /// <summary>Null for the server and for the holder of a link.</summary>
    public string? Account { get; private init; }
    /// <summary>Signed in with a second factor or a passkey.</summary>
    public bool IsStrong { get; private init; }

    public static Acting Server(string name = "server") => new(Right.Server, name);

    public static Acting ByLink(string name) => new(Right.Link, name);

    public static Acting Person(string account, string name, Right right, bool isStrong) => new(right, name) { Account = account, IsStrong = isStrong };
}
