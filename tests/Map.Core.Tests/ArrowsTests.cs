using Map.Core.Time;

namespace Map.Core.Tests;

public class ArrowsTests
{
    [Fact]
    public void Core_knows_the_runtime_and_NetTopologySuite_and_nothing_of_ours()
    {
        var others = typeof(Days).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "NetTopologySuite"));
        Assert.Empty(others);
    }

    [Fact]
    public void No_name_in_Core_says_nothing() =>
        Assert.DoesNotContain(typeof(Days).Assembly.GetTypes(), type =>
            type.Namespace?.StartsWith("Map.Core", StringComparison.Ordinal) == true
            && new[] { "Manager", "Helper", "Utils", "Service" }.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)));
}
