using System.ComponentModel.DataAnnotations;

namespace Map.Web.Features.Accounts;

/// <summary>A password chosen twice. Length is the one rule: a sentence beats a riddle.</summary>
public class NewPassword : IValidatableObject
{
    public const int MinimumLength = 12;

    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(200, MinimumLength = MinimumLength, ErrorMessage = "The password needs at least 12 characters; four or five words do well.")]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Type the password again.")]
    public string Again { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password != Again)
        {
            yield return new ValidationResult("The two passwords differ. Type the same one twice.", [nameof(Again)]);
        }
    }
}

/// <summary>Somebody new: how they sign in and what others see in the history.</summary>
public sealed class NewAccount : NewPassword
{
    [Required(ErrorMessage = "Type the e-mail address you will sign in with.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address: it needs a name, an @ and a host.")]
    [StringLength(200, ErrorMessage = "The address is longer than 200 characters.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Type a name. It stands in the history of what you change; a pseudonym will do.")]
    [StringLength(80, ErrorMessage = "The name is longer than 80 characters.")]
    public string DisplayName { get; set; } = "";
}
