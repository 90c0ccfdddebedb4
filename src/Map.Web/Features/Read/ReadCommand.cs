using System.Text;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Web.Features.Read;

/// <summary>
/// <c>read FILE --published EDTF</c>: reads an article, plain text or a web page, and prints what was found as JSON. It needs no database and starts no server; the lexicon is the
/// geodata that ships. Answers 0, or 1 with a sentence on the error stream.
/// </summary>
public static class ReadCommand
{
    private const string Usage = "Usage: read FILE --published EDTF   (for example: read article.txt --published 2018-08-22)";

    /// <param name="arguments">What stands behind <c>read</c>.</param>
    /// <param name="geodata">The folder of the gazetteer and the actors.</param>
    public static int Run(IReadOnlyList<string> arguments, string geodata, Stream output, TextWriter errors)
    {
        var asked = Asked.Read(arguments, out var problem);
        if (asked is null)
        {
            errors.WriteLine(problem + Environment.NewLine + Usage);
            return 1;
        }

        if (TextOf(asked.File, out problem) is not { } text || LexiconOf(geodata, out problem) is not { } lexicon)
        {
            errors.WriteLine(problem);
            return 1;
        }

        var page = HtmlArticle.IsHtml(text) ? HtmlArticle.Of(text) : null;
        var published = asked.Published ?? page?.Published;
        if (published is null)
        {
            errors.WriteLine("No --published date: dates that count from the article's own stay out or without a year.");
        }

        ReadingJson.Write(output, new ArticleReader(lexicon).Read(page?.Text ?? text, published), page?.Text);
        output.WriteByte((byte)'\n');
        return 0;
    }

    private static string? TextOf(string file, out string? problem)
    {
        problem = null;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            problem = $"“{file}” is not a text in UTF-8. Save it as plain text in UTF-8 and try again.";
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            problem = File.Exists(file) ? $"“{file}” cannot be read: {failed.Message}" : Directory.Exists(file) ? $"“{file}” is a folder; name a file in it." : $"There is no file “{file}”.";
        }

        return null;
    }

    private static Lexicon? LexiconOf(string folder, out string? problem)
    {
        problem = null;
        try
        {
            string Table(string name) => File.ReadAllText(Path.Combine(folder, name));
            return LexiconTables.Read(Table("gazetteer/places.csv"), Table("gazetteer/aliases.csv"), Table("actors/actors.csv"), Table("actors/names.csv"));
        }
        catch (IOException failed)
        {
            problem = $"The gazetteer and the actors are not in “{folder}”: {failed.Message}";
            return null;
        }
    }

    private sealed record Asked(string File, DateSpan? Published)
    {
        public static Asked? Read(IReadOnlyList<string> arguments, out string? problem)
        {
            string? file = null;
            DateSpan? published = null;
            problem = null;
            for (var at = 0; at < arguments.Count; at++)
            {
                var argument = arguments[at];
                if (argument == "--published" || argument.StartsWith("--published=", StringComparison.Ordinal))
                {
                    var date = argument.Length > "--published".Length ? argument["--published=".Length..] : at + 1 < arguments.Count ? arguments[++at] : "";
                    if (!EdtfText.TryParse(date, out published, out var wrong))
                    {
                        problem = $"--published “{date}” is no date in EDTF, such as 2018-08-22, 2018-08 or [2018-01,2018-02]. {wrong}";
                        return null;
                    }
                }
                else if (argument.StartsWith('-') && argument.Length > 1)
                {
                    problem = $"“{argument}” is not known here.";
                    return null;
                }
                else if (file is null)
                {
                    file = argument;
                }
                else
                {
                    problem = $"One file at a time: “{file}” and “{argument}” are named.";
                    return null;
                }
            }

            problem = file is null ? "No file is named." : null;
            return file is null ? null : new Asked(Found(file), published);
        }

        /// <summary>“dotnet run --project” starts in the project's folder; the shell's own folder is where the name was typed.</summary>
        private static string Found(string file) =>
            !System.IO.File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && System.IO.File.Exists(Path.Combine(shell, file)) ? Path.Combine(shell, file) : file;
    }
}
