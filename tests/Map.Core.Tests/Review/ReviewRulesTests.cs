using Map.Core.Events;
using Map.Core.Review;
using static Map.Core.Review.ReviewRole;
using static Map.Core.Review.Verdict;

namespace Map.Core.Tests.Review;

public class ReviewRulesTests
{
    private static readonly string?[] States = [null, "draft", "review", "published", "withdrawn"];

    /// <summary>The whole table: from a state, to draft, review, published and withdrawn, for who did not submit it. D done, W waits, R refused.</summary>
    [Theory]
    [InlineData("open", Editor, "DDDD DDDD DDDD DWDD DDDD")]
    [InlineData("open", Reviewer, "DDDD DDDD DDDD DWDD DDDD")]
    [InlineData("reviewed", Editor, "DDWD DDWD RDWR WWWW DDWD")]
    [InlineData("reviewed", Reviewer, "DDDD DDDD DDDD DWDD DDDD")]
    [InlineData("two-people", Editor, "DDWD DDWD RDWR WWWW DDWD")]
    [InlineData("two-people", Reviewer, "DDWD DDWD DDWD DWWD DDWD")]
    [InlineData("open", None, "RRRR RRRR RRRR RRRR RRRR")]
    [InlineData("reviewed", None, "RRRR RRRR RRRR RRRR RRRR")]
    [InlineData("two-people", None, "RRRR RRRR RRRR RRRR RRRR")]
    public void Who_may_move_a_record_from_which_state_to_which(string mode, ReviewRole role, string table)
    {
        var rows = States.Select(from => string.Concat(EventStatus.All.Select(to => $"{ReviewRules.Save(ReviewMode.Of(mode), role, from, to.Id)}"[0])));
        Assert.Equal(table, string.Join(' ', rows));
    }

    [Fact]
    public void Who_sent_it_to_review_takes_it_back_in_every_mode()
    {
        foreach (var mode in ReviewMode.All)
        {
            Assert.Equal(Done, ReviewRules.Save(mode, Editor, "review", "draft", isSubmitter: true));
            Assert.Equal(mode == ReviewMode.Open ? Done : Waits, ReviewRules.Save(mode, Editor, "review", "published", isSubmitter: true));
            Assert.Equal(Refused, ReviewRules.Save(mode, None, "review", "draft", isSubmitter: true));
        }
    }

    [Fact]
    public void With_two_people_nobody_s_save_is_public_by_itself()
    {
        foreach (var (role, from, own) in from role in Enum.GetValues<ReviewRole>() from one in States from own in new[] { true, false } select (role, one, own))
        {
            Assert.NotEqual(Done, ReviewRules.Save(ReviewMode.TwoPeople, role, from, "published", own));
            Assert.False(ReviewRules.PublishesAlone(ReviewMode.TwoPeople, role));
        }
    }

    [Theory]
    [InlineData("open", Editor, true, true)]
    [InlineData("open", Reviewer, true, true)]
    [InlineData("reviewed", Editor, false, false)]
    [InlineData("reviewed", Reviewer, true, true)]
    [InlineData("two-people", Editor, false, false)]
    [InlineData("two-people", Reviewer, true, false)]
    [InlineData("open", None, false, false)]
    [InlineData("reviewed", None, false, false)]
    [InlineData("two-people", None, false, false)]
    public void Who_may_approve_what_others_wrote_and_what_is_their_own(string mode, ReviewRole role, bool others, bool own)
    {
        Assert.Equal(others, ReviewRules.MayApprove(ReviewMode.Of(mode), role, isOwn: false));
        Assert.Equal(own, ReviewRules.MayApprove(ReviewMode.Of(mode), role, isOwn: true));
    }

    [Theory]
    [InlineData("open", Editor, true)]
    [InlineData("reviewed", Editor, false)]
    [InlineData("two-people", Editor, false)]
    [InlineData("open", Reviewer, true)]
    [InlineData("reviewed", Reviewer, true)]
    [InlineData("two-people", Reviewer, true)]
    [InlineData("open", None, false)]
    public void A_public_record_is_deleted_by_who_may_take_it_off_the_map_and_any_other_by_every_editor(string mode, ReviewRole role, bool isPublic)
    {
        Assert.Equal(isPublic, ReviewRules.MayRemove(ReviewMode.Of(mode), role, isPublic: true));
        Assert.Equal(role != None, ReviewRules.MayRemove(ReviewMode.Of(mode), role, isPublic: false));
    }

    [Theory]
    [InlineData(null, "approved")]
    [InlineData("draft", "")]
    [InlineData("approved", "published")]
    public void A_state_that_nobody_knows_is_refused(string? from, string to)
    {
        foreach (var mode in ReviewMode.All)
        {
            Assert.Equal(Refused, ReviewRules.Save(mode, Reviewer, from, to, isSubmitter: true));
        }
    }

    [Fact]
    public void A_setting_that_is_missing_or_unknown_is_read_as_reviewed()
    {
        Assert.Equal(ReviewMode.Reviewed, ReviewMode.Of(null));
        Assert.Equal(ReviewMode.Reviewed, ReviewMode.Of("whatever"));
        Assert.Equal(["open", "reviewed", "two-people"], ReviewMode.All.Select(mode => ReviewMode.Of(mode.Id).Id));
        Assert.False(ReviewMode.IsKnown("whatever"));
    }

    [Fact]
    public void Modes_and_states_have_words_in_both_languages()
    {
        Assert.All(ReviewMode.All, mode => Assert.All([mode.Words(false), mode.Words(true), mode.Means(false), mode.Means(true)], Assert.NotEmpty));
        Assert.All(ReviewState.All, state => Assert.True(ReviewState.TryGet(state.Id, out var known) && known.Words(true) != known.Words(false)));
        Assert.False(ReviewState.TryGet("gone", out _));
    }
}
