using System.Globalization;
using System.Security.Cryptography;

namespace Map.Web.Data;

/// <summary>A column's value as the history keeps it, and back.</summary>
internal static class RevisionText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        // All moments are UTC; those that come out of the tables do not say so.
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        // A shape by what it is told from: its bytes stand in the row.
        byte[] shape => $"{shape.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(shape))}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <exception cref="NotSupportedException">Of such a column the history does not keep enough.</exception>
    public static object? Read(string? text, Type type)
    {
        if (text is null) return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return text;
        if (plain == typeof(DateTime)) return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (plain == typeof(int) || plain == typeof(long) || plain == typeof(double) || plain == typeof(bool)) return Convert.ChangeType(text, plain, CultureInfo.InvariantCulture);
        throw new NotSupportedException($"A value of {plain.Name} is not told whole by the history.");
    }
}
