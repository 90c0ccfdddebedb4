using Microsoft.Data.Sqlite;

namespace Map.Web.Data.FirstLoad;

/// <summary>The reading of one file: takes rows, lists what it refuses, says how far it is.</summary>
internal sealed class FileLoad(LoadStep step, string path, Keys keys, Inserts inserts, Action<string> say, Action<string> refuse, CancellationToken cancel)
{
    private const int SayEvery = 2000;

    public string File => step.File;
    public string Path => path;
    public Keys Keys => keys;
    public int Total { get; set; }
    public int Taken { get; private set; }
    public int Refused { get; private set; }

    public void Add(object row) => inserts.Add(row);

    /// <summary>Changes rows that an earlier file brought.</summary>
    public void Run(FormattableString sql) => inserts.Run(sql);

    public long NextId<T>() where T : class => inserts.NextId<T>();

    /// <summary>Runs what one row of the file asks for.</summary>
    /// <param name="row">Adds rows to tables; a BadRowException refuses the whole row of the file, so it should come before the first Add.</param>
    /// <param name="where">Line or number, for the list of problems.</param>
    public void Take(Action row, string where)
    {
        cancel.ThrowIfCancellationRequested();
        if ((Taken + Refused) % SayEvery == 0) say(Progress);
        try
        {
            row();
            Taken++;
        }
        catch (BadRowException bad)
        {
            Refuse(where, bad.Message);
        }
        catch (SqliteException constraint) when (constraint.SqliteErrorCode == 19)
        {
            Refuse(where, $"the table refuses it: {constraint.Message}");
        }
    }

    public void Refuse(string where, string reason)
    {
        Refused++;
        refuse($"{File}, {where}: {reason}");
    }

    private string Progress => FormattableString.Invariant($"Loading {step.Rows} {Taken + Refused:N0} of {Total:N0}");
}
