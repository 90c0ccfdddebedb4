using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Whom "he", "it" and "the group" mean, by what the sentences before named.</summary>
/// <param name="Person">The person whom "he" and "she" mean.</param>
/// <param name="Body">The party whom "it" means: no person.</param>
/// <param name="Group">The armed group whom "the group" means; the one of them that may come from the paragraph before.</param>
/// <param name="Any">Whoever was named first in the last sentence that named somebody.</param>
internal sealed partial record Antecedents(ActorMention? Person, ActorMention? Body, ActorMention? Group, ActorMention? Any)
{
    public static Antecedents None { get; } = new(null, null, null, null);

    /// <summary>False where the sentence that named the group named another too.</summary>
    public bool IsOneGroup { get; init; } = true;

    [GeneratedRegex(@"\b(?:he|his|him|she|her)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OnePerson();

    [GeneratedRegex(@"\b(?:it|its)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OneBody();

    [GeneratedRegex(@"\bthe (?:group|movement|organi[sz]ation|faction|alliance|coalition|army)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OneGroup();

    /// <summary>Whom a pronoun, or the words around one, mean; null where nobody that fits was named.</summary>
    public ActorMention? Of(string pronoun) =>
        OnePerson().IsMatch(pronoun) ? Person : OneBody().IsMatch(pronoun) ? Body ?? Any : OneGroup().IsMatch(pronoun) ? Group ?? Body : Any;

    /// <summary>Only these are meant by "the group".</summary>
    public static bool IsGroup(ActorMention actor) => actor.Kind is "group" or "force";
}

/// <summary>Follows through an article who was named last.</summary>
internal sealed class NamedSoFar
{
    private readonly HashSet<string> subjects = [];
    private ActorMention? subject;
    private int paragraph = -1;

    public Antecedents Now { get; private set; } = Antecedents.None;

    /// <summary>Of a paragraph that ends only its group goes over to the next, and only where no other group was a sentence's first.</summary>
    public void Enter(int next)
    {
        if (next != paragraph)
        {
            paragraph = next;
            Now = Antecedents.None with { Group = subjects.Count == 1 ? subject : null };
            subjects.Clear();
        }
    }

    public void Leave(DraftSentence sentence)
    {
        var groups = sentence.Actors.Concat(sentence.StandIns).Where(Antecedents.IsGroup).ToList();
        var first = groups.MinBy(actor => actor.Start);
        if (first is not null)
        {
            subject = first;
            subjects.Add(first.Id ?? first.Name);
        }

        Now = new(
            sentence.Actors.FirstOrDefault(actor => actor.Kind == "person") ?? Now.Person,
            sentence.Actors.FirstOrDefault(actor => actor.Kind != "person") ?? Now.Body,
            first ?? Now.Group,
            sentence.Actors.Count > 0 ? sentence.Actors[0] : Now.Any)
        { IsOneGroup = first is null ? Now.IsOneGroup : groups.DistinctBy(actor => actor.Id ?? actor.Name).Count() == 1 };
    }
}
