namespace Map.Core.Control;

/// <summary>How a place is held. The numbers are the bytes of the control pack.</summary>
public enum Posture
{
    /// <summary>One holder, or several counted as one.</summary>
    Holds = 0,

    /// <summary>The holders named fight over it, or reports of the same moment contradict each other.</summary>
    Contested = 1,

    /// <summary>The holders named hold it together, the larger share first.</summary>
    Joint = 2,

    /// <summary>The holder named is the one under siege.</summary>
    Besieged = 3,

    /// <summary>The holder named went; nobody is said to have come.</summary>
    Left = 4,
}

public static class Postures
{
    private static readonly string[] Ids = ["holds", "contested", "joint", "besieged", "left"];

    /// <summary>The stable id: holds, contested, joint, besieged, left.</summary>
    public static string Id(this Posture posture) => Ids[(int)posture];

    public static bool TryParse(string? id, out Posture posture)
    {
        var index = Array.IndexOf(Ids, id);
        posture = index < 0 ? Posture.Holds : (Posture)index;
        return index >= 0;
    }

    public static string Words(this Posture posture, bool arabic) => posture switch
    {
        Posture.Holds => arabic ? "تسيطر" : "holds",
        Posture.Contested => arabic ? "متنازع عليها" : "contested",
        Posture.Joint => arabic ? "سيطرة مشتركة" : "held jointly",
        Posture.Besieged => arabic ? "محاصرة" : "besieged",
        _ => arabic ? "انسحبت" : "left",
    };
}
