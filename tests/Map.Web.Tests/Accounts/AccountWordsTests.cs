using System.ComponentModel.DataAnnotations;
using System.Net;
using Map.Web.Features.Accounts;
using Map.Web.Shared;

namespace Map.Web.Tests.Accounts;

public class AccountWordsTests
{
    public static TheoryData<Type> Forms => [typeof(NewPassword), typeof(NewAccount), typeof(AccountPage.PasswordChange), typeof(SignInPage.Credentials), typeof(SecondStepPage.TypedCode)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_message_of_a_field_is_said_in_Arabic_too(Type form)
    {
        var said = form.GetProperties().SelectMany(field => field.GetCustomAttributes(typeof(ValidationAttribute), true).Cast<ValidationAttribute>()).Select(rule => rule.ErrorMessage!).ToList();
        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, message => AccountProblem.Of(message).Arabic is null);
    }

    [Fact]
    public void Two_passwords_that_differ_are_told_in_Arabic_too()
    {
        var typed = new NewPassword { Password = "a long enough one", Again = "another long one" };
        var problem = Assert.Single(typed.Validate(new ValidationContext(typed)));
        Assert.Contains("كلمتا المرور", AccountProblem.Of(problem.ErrorMessage!).In(Language.Arabic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_accounts_are_in_the_language_of_their_address()
    {
        await using var host = await WebHost.StartSmallAsync();
        foreach (var (path, english, arabic) in new[]
        {
            ("account/sign-in?", "Sign in", "تسجيل الدخول"), ("account/invite?token=none&", "Accept", "قبول الدعوة"), ("account/reset?token=none&", "Choose", "كلمة مرور جديدة"),
            ("account/setup?token=none&", "Set up", "إعداد هذه الخريطة"),
        })
        {
            var (said, words) = (Body(await host.Http.GetStringAsync(path + "lang=ar")), Body(await host.Http.GetStringAsync(path + "lang=en")));
            Assert.Contains(arabic, said, StringComparison.Ordinal);
            Assert.DoesNotContain(english, said, StringComparison.Ordinal);
            Assert.Contains(english, words, StringComparison.Ordinal);
        }
    }

    private static string Body(string html)
    {
        var card = html.IndexOf("account-card", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(html[card..html.IndexOf("</section>", card, StringComparison.Ordinal)]);
    }
}
