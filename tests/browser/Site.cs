using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Map.Browser.Tests;

/// <summary>The built product as a process of its own, on a port of its own, with a data folder of its own.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];

    private Site(Process process, string dataFolder)
    {
        this.process = process;
        DataFolder = dataFolder;
    }

    public Uri Address { get; private set; } = null!;
    public string DataFolder { get; }
    public string DatabasePath => Path.Combine(DataFolder, "map.db");
    public string Output { get { lock (output) { return string.Join('\n', output); } } }

    public const string AdminEmail = "admin@example.org";
    public const string AdminPassword = "a long enough pass phrase 1";

    /// <summary>Starts the product and waits until its first load is complete.</summary>
    /// <param name="port">A port that was free a moment ago; 0 takes any.</param>
    /// <param name="withEvents">False starts without the events that ship.</param>
    /// <param name="withSecondFactor">True asks administrators and reviewers for it, as a new installation does; else it is offered.</param>
    public static async Task<Site> StartAsync(string dataFolder, bool withAdmin = true, int port = 0, bool withEvents = true, bool withSecondFactor = false)
    {
        var root = Root();
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(root, "src/Map.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(root, $"src/Map.Web/bin/{configuration}/net10.0/Map.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port}");
        start.Environment["Map__DataFolder"] = dataFolder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // Many short lives: nothing would come of code measured to be compiled better later, and the measuring is a sixth of a start.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (!withSecondFactor) { start.Environment["Accounts__SecondFactor"] = "offered"; }
        if (!withEvents) { start.Environment["Map__LoadEvents"] = "false"; }
        if (withAdmin)
        {
            start.Environment["Admin__Email"] = AdminEmail;
            start.Environment["Admin__Password"] = AdminPassword;
        }
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var site = new Site(new Process { StartInfo = start, EnableRaisingEvents = true }, dataFolder);
        void Heard(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) { return; }
            lock (site.output) { site.output.Add(line.Data); }
            var address = Regex.Match(line.Data, @"^Map is at (http://127\.0\.0\.1:\d+)").Groups[1];
            if (address.Success)
            {
                listening.TrySetResult(new Uri(address.Value + "/"));
            }
        }
        site.process.OutputDataReceived += Heard;
        site.process.ErrorDataReceived += Heard;
        site.process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The product stopped while starting:\n" + site.Output));
        site.process.Start();
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        site.Address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(3));
        await site.ReadyAsync();
        return site;
    }

    /// <summary>Asks /health until the first load is complete; bounded at three minutes.</summary>
    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(3))
        {
            using var answer = await http.GetAsync("health");
            if (answer.StatusCode == HttpStatusCode.OK) { return; }
            await Task.Delay(200);
        }
        throw new TimeoutException("The first load did not finish:\n" + Output);
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln"))) { folder = folder.Parent!; }
        return folder.FullName;
    }

    private bool isGone;

    /// <summary>Kills it, as a power cut would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isGone) { return; }
        isGone = true;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}
