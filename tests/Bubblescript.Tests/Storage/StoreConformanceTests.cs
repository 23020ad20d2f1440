using Bubblescript.Sqlite;
using Bubblescript.Storage;
using Bubblescript.Testing.Stores;

namespace Bubblescript.Tests.Storage;

/// <summary>The stores of the product do what hosts rely on.</summary>
public sealed class StoreConformanceTests
{
    public static TheoryData<string> Names => [.. StoreConformance.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_in_memory_conforms(string name) => RunAsync(static () => new OneStore(new InMemoryStore()), name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_store_that_never_fails_conforms(string name) => RunAsync(static () => new OneStore(FaultyStore.Durable(new InMemoryStore())), name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_sqlite_store_conforms(string name) => RunAsync(static () => new SqliteFile(SqliteStoreOptions.Default), name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_sqlite_store_conforms_with_small_transactions(string name) =>
        RunAsync(static () => new SqliteFile(new SqliteStoreOptions { BatchSize = 3, SurvivesPowerFailure = false }), name);

    [Fact]
    public async Task A_store_that_loses_inputs_does_not_conform()
    {
        Func<Task> check = () => RunAsync(
            static () => new OneStore(new FaultyStore(new InMemoryStore(), static call => call == StoreCall.Accept ? StoreFault.FailBefore : StoreFault.None)),
            "A known input is not accepted twice");
        await check.Should().ThrowAsync<StoreException>();
    }

    [Fact]
    public async Task A_store_that_forgets_on_restart_does_not_conform()
    {
        Func<Task> check = () => RunAsync(static () => new Forgetful(), "Commits follow one another, also after a restart");
        (await check.Should().ThrowAsync<StoreConflictException>()).Which.Message.Should().Contain("version 4 cannot follow");
        check = () => RunAsync(static () => new Forgetful(), "The latest record of a user is kept, also after a restart");
        (await check.Should().ThrowAsync<StoreConformanceException>()).Which.Message.Should().StartWith("The record: expected 'ann 5 ").And.Contain("gives 'none'");
    }

    private static Task RunAsync(Func<IStoreUnderTest> create, string name) =>
        new StoreConformance(create).RunAsync(name, TestContext.Current.CancellationToken);

    private sealed class OneStore(IConversationStore store) : IStoreUnderTest
    {
        public ValueTask<IConversationStore> ConnectAsync() => new(store);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Forgetful : IStoreUnderTest
    {
        public ValueTask<IConversationStore> ConnectAsync() => new(new InMemoryStore());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SqliteFile(SqliteStoreOptions options) : IStoreUnderTest
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bubblescript-");
        private SqliteStore? _store;

        public async ValueTask<IConversationStore> ConnectAsync()
        {
            if (_store is { } former)
            {
                await former.DisposeAsync();
            }

            return _store = new SqliteStore(Path.Combine(_folder.FullName, "chat.db"), options);
        }

        public async ValueTask DisposeAsync()
        {
            if (_store is { } store)
            {
                await store.DisposeAsync();
            }

            _folder.Delete(recursive: true);
        }
    }
}
