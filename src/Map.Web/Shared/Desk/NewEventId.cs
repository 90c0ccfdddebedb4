using System.Security.Cryptography;

namespace Map.Web.Shared.Desk;

/// <summary>Ids of events recorded by form: made when the form opens, so that a repeated save meets its own event.</summary>
public static class NewEventId
{
    private const long First = 1L << 40, End = 1L << 48;

    public static long Make() => First + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (ulong)(End - First));

    public static bool Is(long id) => id is >= First and < End;
}
