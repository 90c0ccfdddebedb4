namespace Map.Web.Tests.Faults;

/// <summary>How often a fault is tried: a few times in every run of the tests, in full where tests/faults/run asks for it.</summary>
internal static class Rounds
{
    public static bool AreFull => Environment.GetEnvironmentVariable("MAP_FAULTS") == "full";

    public static int Of(int few, int full) => AreFull ? full : few;
}
