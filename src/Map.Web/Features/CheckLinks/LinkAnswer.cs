namespace Map.Web.Features.CheckLinks;

/// <summary>What asking a link has shown.</summary>
public enum LinkAnswer
{
    /// <summary>The page is there, or its site answers and will not show it to a program.</summary>
    Alive,

    /// <summary>The site says that there is no such page.</summary>
    Gone,

    /// <summary>Nobody answers. That may be this server's own line: it is judged with what else was asked.</summary>
    Silent,

    /// <summary>Nothing is known: the site is troubled, turns in circles, or leads where nothing is asked.</summary>
    Unknown,
}
