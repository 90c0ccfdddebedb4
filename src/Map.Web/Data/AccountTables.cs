using Microsoft.AspNetCore.Identity;

namespace Map.Web.Data;

/// <summary>A one-time link: first set-up, an invitation, or a reset of access. Only the token's hash is kept.</summary>
public sealed class InviteRow
{
    public long Id { get; set; }
    public string TokenHash { get; set; } = "";
    public string Purpose { get; set; } = "invite";
    public string? Role { get; set; }
    public string? UserId { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? UsedAt { get; set; }
}

public sealed class MapUser : IdentityUser
{
    public string DisplayName { get; set; } = "";
    public bool Disabled { get; set; }
}

/// <summary>A sign-in that was signed out of: its cookie, if somebody kept it, opens nothing any more.</summary>
public sealed class EndedSessionRow
{
    public string Id { get; set; } = "";
    /// <summary>When the cookie would have ended by itself, and the row may go.</summary>
    public DateTime ExpiresAt { get; set; }
}
