using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Map.Web.Data.SignIns;

namespace Map.Web.Shared;

/// <summary>How much one address may ask for: plenty for a newsroom behind one, too little to guess passwords or to wear the server down.</summary>
public static class RateLimits
{
    private static readonly string[] SignIns = ["/account/sign-in", "/account/second-step", "/account/passkeys/sign-in"];

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = async (refused, _) =>
        {
            if (HttpMethods.IsPost(refused.HttpContext.Request.Method) && SignIns.Contains(refused.HttpContext.Request.Path.Value)) refused.HttpContext.RequestServices.GetRequiredService<SignInLog>().WasRefused(null, null, SignInWay.LimitOfRequests);
            var lang = Language.Of(refused.HttpContext.Request.Query["lang"]);
            await PlainPage.WriteAsync(refused.HttpContext, StatusCodes.Status429TooManyRequests, lang,
                lang.Say("Too many requests", "طلبات كثيرة"),
                lang.Say("Wait a minute, then try again. What you typed is still on the page before this one.", "انتظر دقيقة ثم حاول مجدداً. ما كتبته ما زال في الصفحة السابقة."));
        };
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context) is { } who ? Bucket(who, burst: 600, each: 100, TimeSpan.FromSeconds(1)) : None()),
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsSignIn(context.Request) && Of(context) is { } who ? Bucket(who, burst: 20, each: 10, TimeSpan.FromMinutes(1)) : None()));
    });

    private static bool IsSignIn(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/account");

    /// <summary>The address, of IPv6 the network of 64 bits that one line is given; null for this machine itself.</summary>
    public static string? Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null || IPAddress.IsLoopback(address) ? null : NetworkOf(address);
    }

    /// <summary>The address; of IPv6 the network of 64 bits that one line is given.</summary>
    internal static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static RateLimitPartition<string> Bucket(string who, int burst, int each, TimeSpan period) =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = each, ReplenishmentPeriod = period, QueueLimit = 0 });

    private static RateLimitPartition<string> None() => RateLimitPartition.GetNoLimiter("");
}
