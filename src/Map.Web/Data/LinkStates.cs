namespace Map.Web.Data;

/// <summary>What <see cref="SourceRow.LinkState"/> may say.</summary>
public static class LinkStates
{
    public const string Alive = "alive";
    public const string Dead = "dead";
}
