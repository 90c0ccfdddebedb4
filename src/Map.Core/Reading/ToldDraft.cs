namespace Map.Core.Reading;

/// <summary>A draft event with the sentence and the words it was read from, while what comes later in the article may still say more of it.</summary>
internal sealed class ToldDraft(DraftMention draft, DraftSentence sentence, DraftPiece piece)
{
    public DraftMention Draft { get; set; } = draft;

    public DraftSentence Sentence { get; } = sentence;

    public DraftPiece Piece { get; } = piece;

    public IEnumerable<ActorMention> Of(params string[] roles) => Draft.Actors.Where(one => roles.Contains(one.Role)).Select(one => one.Actor);

    /// <summary>The same event with other roles, and the title that these make.</summary>
    public void Give(IReadOnlyList<DraftActor> actors) => Draft = Draft with { Actors = actors, Title = DraftTitles.Of(Piece, Draft.Place, actors) };

    public void Add(IEnumerable<ActorMention> actors, string role)
    {
        var roles = Draft.Actors.ToList();
        foreach (var actor in actors)
        {
            DraftRoles.Add(roles, actor, role);
        }

        Give(roles);
    }

    public void Put(PlaceMention place) => Draft = Draft with { Place = place, Title = DraftTitles.Of(Piece, place, Draft.Actors) };
}
