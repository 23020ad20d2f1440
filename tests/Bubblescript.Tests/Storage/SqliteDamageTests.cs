using System.Globalization;
using System.Text;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Storage;

namespace Bubblescript.Tests.Storage;

/// <summary>Files that are damaged, locked, full or not ours: a clear error that names the file, and never a state that was not committed.</summary>
public sealed class SqliteDamageTests : IDisposable
{
    private const int Processes = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bubblescript-");

    private string Database => Path.Combine(_folder.FullName, "chat.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_disk_is_told_and_loses_nothing()
    {
        List<int> stored = [];
        string? failure = null;
        await using (SqliteStore store = new(Database, new SqliteStoreOptions { MostPages = 60 }))
        {
            await store.OpenAsync(Cancellation);
            for (int i = 0; failure is null; i++)
            {
                try
                {
                    await store.CommitAsync(MakeCommit(i, 1, new string('x', 3_000)), Cancellation);
                    stored.Add(i);
                }
                catch (StoreException exception)
                {
                    failure = exception.Message;
                }
            }
        }

        failure.Should().StartWith($"The database '{Database}' cannot grow because the disk is full; make room and the host goes on by itself. (SQLite error 13");
        stored.Count.Should().BeGreaterThan(20);
        await using SqliteStore roomier = new(Database);
        await roomier.OpenAsync(Cancellation);
        foreach (int i in stored)
        {
            (await roomier.LoadAsync(AddressOf(i), Cancellation))!.Version.Should().Be(1);
        }

        (await roomier.LoadAsync(AddressOf(stored.Count), Cancellation)).Should().BeNull();
        await roomier.CommitAsync(MakeCommit(stored.Count, 1), Cancellation);
    }

    [Fact]
    public async Task A_full_disk_fails_again_and_again_without_harm()
    {
        await using SqliteStore store = new(Database, new SqliteStoreOptions { MostPages = 40 });
        await store.OpenAsync(Cancellation);
        await store.CommitAsync(MakeCommit(0, 1), Cancellation);
        ProcessCommit large = MakeCommit(1, 1, new string('x', 1_000_000));
        for (int i = 0; i < 3; i++)
        {
            await FluentActions.Awaiting(() => store.CommitAsync(large, Cancellation).AsTask()).Should().ThrowAsync<StoreException>().WithMessage("*disk is full*");
            await store.CommitAsync(MakeCommit(0, i + 2), Cancellation);
        }

        (await store.LoadAsync(AddressOf(0), Cancellation))!.Version.Should().Be(4);
        (await store.LoadAsync(AddressOf(1), Cancellation)).Should().BeNull();
    }

    [Fact]
    public async Task A_locked_file_is_told_when_it_is_opened()
    {
        await FillAsync();
        using SqliteConnection other = new(Database, isReadOnly: false, TimeSpan.Zero);
        other.Execute("BEGIN IMMEDIATE");
        await RequireFailureAsync(
            $"The database '{Database}' is locked by another program; close that program or use another file. (SQLite error 5*",
            new SqliteStoreOptions { LockTimeout = TimeSpan.FromMilliseconds(20) });
        other.Execute("ROLLBACK");
        (await ReadAllAsync(SqliteStoreOptions.Default)).Should().Equal(Expected());
    }

    [Fact]
    public async Task A_file_that_another_program_locks_later_lets_commits_fail_until_it_is_free()
    {
        await using SqliteStore store = new(Database, new SqliteStoreOptions { LockTimeout = TimeSpan.FromMilliseconds(20) });
        await store.OpenAsync(Cancellation);
        ProcessCommit commit = MakeCommit(0, 1);
        using (SqliteConnection other = new(Database, isReadOnly: false, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            await FluentActions.Awaiting(() => store.CommitAsync(commit, Cancellation).AsTask()).Should().ThrowAsync<StoreException>()
                .WithMessage($"The database '{Database}' is locked by another program;*");
            (await store.LoadAsync(AddressOf(0), Cancellation)).Should().BeNull();
            other.Execute("ROLLBACK");
        }

        await store.CommitAsync(commit, Cancellation);
        (await store.LoadAsync(AddressOf(0), Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_told()
    {
        await FillAsync();
        using SqliteConnection connection = new(Database, isReadOnly: false, TimeSpan.Zero);
        connection.Execute("PRAGMA query_only = 1");
        FluentActions.Invoking(() => connection.Execute("DELETE FROM processes")).Should().Throw<StoreException>()
            .WithMessage($"The database '{Database}' may not be written; give write access to the file and its folder. (SQLite error 8*");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told()
    {
        SqliteStore store = new(Path.Combine(_folder.FullName, "missing", "chat.db"));
        await FluentActions.Awaiting(() => store.OpenAsync(Cancellation).AsTask()).Should().ThrowAsync<StoreException>()
            .WithMessage("The database '*missing*chat.db' cannot be opened; check that its folder exists and may be read and written. (SQLite error 14*");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(9_000)]
    [InlineData(20_480)]
    public async Task A_truncated_file_is_told_and_left_as_it_is(int length)
    {
        await FillAsync();
        byte[] bytes = (await File.ReadAllBytesAsync(Database, Cancellation))[..length];
        await File.WriteAllBytesAsync(Database, bytes, Cancellation);
        await RequireFailureAsync($"The database '{Database}' is *damaged*put a backup in its place*");
        (await File.ReadAllBytesAsync(Database, Cancellation)).Should().Equal(bytes);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_as_it_is()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("These are my notes. ", 100)));
        await File.WriteAllBytesAsync(Database, bytes, Cancellation);
        await RequireFailureAsync($"The database '{Database}' is no SQLite database, or its beginning is damaged;*");
        (await File.ReadAllBytesAsync(Database, Cancellation)).Should().Equal(bytes);
    }

    [Fact]
    public async Task A_database_of_another_program_is_told_and_left_as_it_is()
    {
        using (SqliteConnection other = new(Database, isReadOnly: false, TimeSpan.Zero))
        {
            other.Execute("CREATE TABLE recipes (name TEXT)");
        }

        byte[] bytes = await File.ReadAllBytesAsync(Database, Cancellation);
        await RequireFailureAsync($"The database '{Database}' belongs to another program. Name another file; it is made when it does not exist.");
        using SqliteConnection again = new(Database, isReadOnly: true, TimeSpan.Zero);
        again.QueryText("SELECT group_concat(name) FROM sqlite_schema").Should().Be("recipes");
        bytes.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_told_and_left_as_it_is()
    {
        await FillAsync();
        using (SqliteConnection newer = new(Database, isReadOnly: false, TimeSpan.Zero))
        {
            newer.Execute("PRAGMA user_version = 99");
        }

        await RequireFailureAsync($"The database '{Database}' has the version 99, and this program knows versions up to *. Use the program that made it, or a later one.");
    }

    [Fact]
    public async Task A_flipped_bit_is_told_or_changes_nothing()
    {
        await FillAsync();
        byte[] good = await File.ReadAllBytesAsync(Database, Cancellation);
        string[] expected = Expected();
        Random random = new(5);
        int told = 0;
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = [.. good];
            int position = random.Next(bytes.Length);
            bytes[position] ^= (byte)(1 << random.Next(8));
            File.Delete(Database + "-wal");
            File.Delete(Database + "-shm");
            await File.WriteAllBytesAsync(Database, bytes, Cancellation);
            string[] read = await ReadAllAsync(new SqliteStoreOptions { SurvivesPowerFailure = false });
            if (read.Length == 1)
            {
                told++;
                read[0].Should().Contain(Database, "the error names the file (bit in byte {0})", position);
                continue;
            }

            // Line by line: as it was committed, or told to be damaged.
            read.Length.Should().Be(expected.Length, "nothing is lost silently (bit in byte {0})", position);
            bool isTold = false;
            foreach ((string line, string right) in read.Zip(expected))
            {
                isTold |= !string.Equals(line, right, StringComparison.Ordinal);
                (line == right || line.Contains("damaged", StringComparison.Ordinal)).Should().BeTrue("'{0}' is not '{1}' (bit in byte {2})", line, right, position);
            }

            told += isTold ? 1 : 0;
        }

        told.Should().BeGreaterThan(100);
    }

    private static string AddressOf(int i) => string.Create(CultureInfo.InvariantCulture, $"main:user{i}~main");

    private static string StateOf(int i, long version, string text = "") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"format":1,"process":{{i}},"version":{{version}},"text":"{{text}} {{new string((char)('a' + (i % 26)), 200)}}"}""");

    private static ProcessCommit MakeCommit(int i, long version, string text = "") => new()
    {
        Address = AddressOf(i),
        BotId = "main",
        UserId = "user",
        Version = version,
        Writer = "host",
        State = new StateDocument(Encoding.UTF8.GetBytes(StateOf(i, version, text))),
        Time = DateTimeOffset.UnixEpoch,
        Due = DateTimeOffset.UnixEpoch.AddHours(i + 1),
        Messages = [ChatMessage.From(new TextPayload(string.Create(CultureInfo.InvariantCulture, $"message {version} of {i}"))) with { Id = "m" }],
        Outgoing = [new StoredInput(string.Create(CultureInfo.InvariantCulture, $"in{i}.{version}"), AddressOf(i + 1), new StateDocument("{\"format\":1}"u8.ToArray()))],
        User = new StoredUser(string.Create(CultureInfo.InvariantCulture, $"user{i}"), version, new StateDocument(Encoding.UTF8.GetBytes(StateOf(i, version, "user")))),
    };

    private async Task FillAsync()
    {
        await using SqliteStore store = new(Database);
        await store.OpenAsync(Cancellation);
        for (int version = 1; version <= 2; version++)
        {
            for (int i = 0; i < Processes; i++)
            {
                await store.CommitAsync(MakeCommit(i, version), Cancellation);
            }
        }
    }

    /// <summary>What <see cref="ReadAllAsync"/> gives for an undamaged file.</summary>
    private static string[] Expected() =>
    [
        .. Enumerable.Range(0, Processes).SelectMany(static i => new[]
        {
            "2 " + StateOf(i, 2), "2 " + StateOf(i, 2, "user"), string.Create(CultureInfo.InvariantCulture, $"message 2 of {i} message 1 of {i}"),
        }),
        .. Enumerable.Range(1, 2).SelectMany(static version => Enumerable.Range(0, Processes)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $$"""in{{i}}.{{version}} {{AddressOf(i + 1)}} {"format":1}"""))),
        .. Enumerable.Range(0, Processes).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(i)} {i + 1}")),
    ];

    /// <summary>All that is stored, or only the error of opening it.</summary>
    private async Task<string[]> ReadAllAsync(SqliteStoreOptions options)
    {
        await using SqliteStore store = new(Database, options);
        try
        {
            await store.OpenAsync(Cancellation);
        }
        catch (StoreException exception)
        {
            return [exception.Message];
        }

        List<string> lines = [];
        for (int i = 0; i < Processes; i++)
        {
            string address = AddressOf(i);
            string user = string.Create(CultureInfo.InvariantCulture, $"user{i}");
            lines.Add(await TellAsync(async () => await store.LoadAsync(address, Cancellation) is { } process ? $"{process.Version} {TextOf(process.State)}" : "none"));
            lines.Add(await TellAsync(async () => await store.LoadUserAsync(user, Cancellation) is { } found ? $"{found.Version} {TextOf(found.Document)}" : "none"));
            lines.Add(await TellAsync(async () => string.Join(
                ' ', (await store.ReadMessagesAsync(address, before: null, 100, Cancellation)).Select(static stored => ((TextPayload)stored.Message.Payload!).Message))));
        }

        await foreach (StoredInput input in store.ReadInputsAsync(Cancellation))
        {
            lines.Add(await TellAsync(() => Task.FromResult($"{input.Id} {input.To} {TextOf(input.Document)}")));
        }

        await foreach (DueProcess due in store.ReadDueAsync(Cancellation))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{due.Address} {(due.Due - DateTimeOffset.UnixEpoch).TotalHours}"));
        }

        return [.. lines];
    }

    private static string TextOf(StateDocument document) => Encoding.UTF8.GetString(document.Utf8Json.Span);

    private static async Task<string> TellAsync(Func<Task<string>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is StoreException or StateFormatException)
        {
            return exception.Message;
        }
    }

    private async Task RequireFailureAsync(string message, SqliteStoreOptions? options = null)
    {
        SqliteStore store = new(Database, options);
        await FluentActions.Awaiting(() => store.OpenAsync(Cancellation).AsTask()).Should().ThrowAsync<StoreException>().WithMessage(message);
        await store.DisposeAsync();
    }
}
