using System.Runtime.CompilerServices;
using Bunit;

namespace Map.Web.Tests;

/// <summary>How long a test waits for a state before it calls it missing: long, for on a busy machine late is not never. A state that comes ends the wait at once.</summary>
internal static class Patience
{
#pragma warning disable CA2255 // A test assembly has no other place that runs before every test.
    [ModuleInitializer]
    internal static void BeLong() => BunitContext.DefaultWaitTimeout = TimeSpan.FromMinutes(1);
#pragma warning restore CA2255
}
