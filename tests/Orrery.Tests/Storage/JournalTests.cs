using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class MemoryJournalTests : JournalContract
{
    protected override bool Lasts => false;

    protected override ValueTask<IJournal> OpenAsync() => new(new MemoryJournal(open: null));
}

public sealed class SqliteJournalTests : JournalContract
{
    private readonly TempFolder _folder = new();

    protected override bool Lasts => true;

    protected override ValueTask<IJournal> OpenAsync() => new(SqliteJournal.Open(_folder.File("journal.db"), open: null));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
