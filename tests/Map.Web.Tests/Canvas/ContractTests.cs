using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Map.Web.Canvas;

namespace Map.Web.Tests.Canvas;

/// <summary>Keeps client/contract.ts equal to the records of Canvas/MapContract.cs.</summary>
public class ContractTests
{
    [Fact]
    public void The_client_reads_the_same_contract_as_the_server_writes()
    {
        var path = Path.Combine(Repository(), "src", "Map.Web", "client", "contract.ts");
        var expected = TypeScript(typeof(MapState).Assembly);
        var found = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (found != expected)
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(found == expected, "client/contract.ts differed from MapContract.cs. It has been written anew: look at it and commit it.");
    }

    private static string TypeScript(Assembly assembly)
    {
        var text = new StringBuilder("// Written from Canvas/MapContract.cs by ContractTests; not edited by hand.\n");
        var records = assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(MapState).Namespace && type.GetMethod("<Clone>$") is not null)
            .OrderBy(type => type.MetadataToken);
        foreach (var record in records)
        {
            text.Append($"\nexport interface {record.Name} {{\n");
            foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken))
            {
                text.Append($"  {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}: {TypeOf(new NullabilityInfoContext().Create(property))};\n");
            }

            text.Append("}\n");
        }

        return text.ToString();
    }

    private static string TypeOf(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var name = type switch
        {
            _ when type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) => "string",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => "number",
            _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) => ListOf(TypeOf(info.GenericTypeArguments[0])),
            _ when type.GetMethod("<Clone>$") is not null => type.Name,
            _ => throw new NotSupportedException($"The contract cannot carry {type} yet: say here what it is in TypeScript."),
        };
        return info.ReadState == NullabilityState.Nullable ? name + " | null" : name;
    }

    private static string ListOf(string item) => item.Contains('|', StringComparison.Ordinal) ? $"({item})[]" : item + "[]";

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Map.sln above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
