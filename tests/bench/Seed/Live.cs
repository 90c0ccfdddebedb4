using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Map.Bench.Seed;

/// <summary>The product as it is, in this process, with control claims written through its own gate as they are told line by line: "claim {place} {holder} {day}".</summary>
internal static class Live
{
    public static async Task RunAsync(string[] arguments)
    {
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var all = DiagnosticListener.AllListeners.Subscribe(new Listeners(built));
        var ended = Task.Run(() => typeof(MapDb).Assembly.EntryPoint!.Invoke(null, [arguments]));
        var services = (await Task.WhenAny(built.Task, ended) == ended ? throw new InvalidOperationException("The product ended before it was built.") : await built.Task).Services;
        while (await Console.In.ReadLineAsync() is { } line)
            await Console.Out.WriteLineAsync("» " + (line.Split(' ') switch
            {
                ["spots"] => await SpotsAsync(services),
                ["claim", var place, var holder, var day] => await ClaimAsync(services, long.Parse(place, CultureInfo.InvariantCulture), holder, day),
                _ => "?",
            }));
        services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await ended;
    }

    /// <summary>A place with claims, and one without any that is made for it, a kilometre and a half beside.</summary>
    private static async Task<string> SpotsAsync(IServiceProvider services)
    {
        var known = await services.GetRequiredService<WriteGate>().RunAsync(new WriteRequest(Acting.Server("bench"), "Measured.", Guid.NewGuid()), async db =>
        {
            var place = await db.Places.OrderBy(row => row.Id).FirstAsync(row => row.Key == "seeded-5000");
            db.Places.Add(new PlaceRow { Key = "measured", Name = "Measured", Latitude = place.Latitude + 0.014, Longitude = place.Longitude });
            return place.Id;
        });
        await using var db = await services.GetRequiredService<IDbContextFactory<MapDb>>().CreateDbContextAsync();
        return JsonSerializer.Serialize(await db.Places.Where(row => row.Id == known || row.Key == "measured").OrderBy(row => row.Key == "measured").Select(row => new { row.Id, row.Latitude, row.Longitude }).ToListAsync());
    }

    private static async Task<string> ClaimAsync(IServiceProvider services, long place, string holder, string iso)
    {
        var start = Stopwatch.GetTimestamp();
        var day = Days.Of(DateOnly.Parse(iso, CultureInfo.InvariantCulture));
        await services.GetRequiredService<WriteGate>().RunAsync(new WriteRequest(Acting.Server("bench"), "Measured.", Guid.NewGuid()), async db =>
        {
            var source = await db.Sources.FirstAsync(row => row.Key == "seeded-1");
            db.ControlClaims.Add(new ControlClaimRow { Key = $"desk-{Guid.NewGuid()}", PlaceId = place, Holders = holder, Edtf = iso, EarliestDay = day, LatestDay = day, SourceId = source.Id, Credibility = 2 });
            return 1;
        });
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>Hears of the host that the product's own start builds.</summary>
    private sealed class Listeners(TaskCompletionSource<IHost> built) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host })
                built.TrySetResult(host);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
