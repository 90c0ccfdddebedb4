using Map.Web.Data.SignIns;
using Map.Web.Features.Accounts;

namespace Map.Web.Tests.Accounts;

public class SignInLimitsTests
{
    private readonly Ticking clock = new();
    private readonly SignInLimits limits;

    public SignInLimitsTests() => limits = new(clock);

    [Fact]
    public void Five_tries_from_one_address_are_free_and_each_one_after_waits_twice_as_long()
    {
        var it = new SignInTry("ada@example.org", "203.0.113.7", null);
        for (var i = 0; i < SignInLimits.Free; i++) { Assert.Null(limits.Begin(it)); }
        foreach (var seconds in new[] { 30, 60, 120, 240 })
        {
            Assert.Equal(new SignInWait(TimeSpan.FromSeconds(seconds), SignInWay.LimitOfOwn), limits.Begin(it));
            clock.Go(TimeSpan.FromSeconds(seconds - 1));
            Assert.NotNull(limits.Begin(it));
            clock.Go(TimeSpan.FromSeconds(1));
            Assert.Null(limits.Begin(it));
        }
    }

    [Fact]
    public void A_hundred_addresses_together_get_ten_tries_for_an_account_in_a_quarter_of_an_hour_and_its_own_device_is_let_in_all_the_while()
    {
        var own = new SignInTry("Ada@example.org ", "198.51.100.1", "her own");
        var let = Enumerable.Range(0, 1_000).Count(i => limits.Begin(new("ada@example.org", $"203.0.113.{i % 100}", null)) is null);
        Assert.Equal(SignInLimits.ForAccount, let);
        Assert.Equal(SignInWay.LimitOfAccount, limits.Begin(new("ada@example.org", "192.0.2.9", null))?.By);
        for (var i = 0; i < 50; i++)
        {
            Assert.Null(limits.Begin(own));
            limits.Right(own);
        }
        clock.Go(SignInLimits.Window);
        Assert.Null(limits.Begin(new("ada@example.org", "192.0.2.9", null)));
    }

    [Fact]
    public void One_address_gets_thirty_wrong_tries_for_all_accounts_and_right_ones_are_not_counted()
    {
        for (var i = 0; i < 200; i++)
        {
            var right = new SignInTry($"colleague{i}@example.org", "203.0.113.7", null);
            Assert.Null(limits.Begin(right));
            limits.Right(right);
        }
        Assert.Equal(SignInLimits.ForNetwork, Enumerable.Range(0, 100).Count(i => limits.Begin(new($"guess{i}@example.org", "203.0.113.7", null)) is null));
        Assert.Equal(SignInWay.LimitOfAddress, limits.Begin(new("guess@example.org", "203.0.113.7", null))?.By);
        Assert.Null(limits.Begin(new("guess@example.org", "203.0.113.8", null)));
    }

    [Fact]
    public void A_stolen_number_of_a_device_is_slowed_down_like_any_other()
    {
        var it = new SignInTry("ada@example.org", "203.0.113.7", "hers");
        Assert.Equal(SignInLimits.Free, Enumerable.Range(0, 1_000).Count(_ => limits.Begin(it) is null));
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_what_was_tried_last_stays()
    {
        for (var i = 0; i < SignInLimits.MostKept; i++) { limits.Begin(new($"a{i}", $"n{i}", null)); }
        var target = new SignInTry("ada@example.org", "203.0.113.7", null);
        for (var i = 0; i < SignInLimits.Free; i++) { limits.Begin(target); }
        for (var i = 0; i < 1_000; i++) { limits.Begin(new($"b{i}", $"m{i}", null)); }
        Assert.InRange(limits.Kept, 1, SignInLimits.MostKept);
        Assert.NotNull(limits.Begin(target));
    }

    [Fact]
    public void A_code_is_taken_once()
    {
        Assert.True(limits.UseOnce("ada:123456"));
        Assert.False(limits.UseOnce("ada:123456"));
        Assert.True(limits.UseOnce("ada:654321"));
        clock.Go(SignInLimits.Window);
        Assert.True(limits.UseOnce("ada:123456"));
    }

    private sealed class Ticking : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Go(TimeSpan time) => now += time;
    }
}
