using System.Security.Cryptography;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;

namespace Map.Web.Tests.Faults;

/// <summary>Two hundred bytes of the file, anywhere, are others; tests/faults/run starts the product on fifty such files.</summary>
public class FlippedBytesTests
{
    [Fact]
    public async Task A_file_with_wrong_bytes_is_refused_with_instructions_or_shown_as_damaged_and_never_written()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 20; id++) await BackupTests.AddAsync(database, id);
        SqliteConnection.ClearAllPools();
        using (var raw = database.Open()) raw.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
        var good = await File.ReadAllBytesAsync(database.Folder.Database);
        var (found, refused) = (0, 0);
        for (var seed = 1; seed <= 25; seed++)
        {
            using var folder = new DataFolder(WebHost.NewFolder());
            var bytes = Flipped(good, seed);
            await File.WriteAllBytesAsync(folder.Database, bytes);
            DatabaseAtStart.Look(folder);
            if (folder.Damage is null)
            {
                Assert.Equal("ok", Check(folder.Database));
            }
            else
            {
                found++;
                var dbs = new MapDbs(folder);
                await using var db = dbs.CreateDbContext();
                try { await DatabaseAtStart.MustBeReadableAsync(folder, db, new(dbs, new(WebHost.SmallGeodata, true))); }
                catch (StartRefusedException instructions)
                {
                    Assert.Contains("restore FILE", instructions.Message, StringComparison.Ordinal);
                    refused++;
                }
                Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(await File.ReadAllBytesAsync(folder.Database)));
            }
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder.FullPath, recursive: true);
        }
        Assert.True(found > 20 && refused > 0, $"{found} found damaged, {refused} refused");
    }

    private static byte[] Flipped(byte[] good, int seed)
    {
        var (random, bytes) = (new Random(seed), good.ToArray());
        for (var count = 0; count < 200; count++) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        return bytes;
    }

    private static string Check(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return (string)connection.Ask("PRAGMA quick_check(1)")!;
    }
}
