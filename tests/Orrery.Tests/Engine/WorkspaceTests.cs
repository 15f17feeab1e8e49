using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Engine;

public sealed class MemoryWorkspaceTests : WorkspaceContract
{
    private MemoryJournal? _journal;

    protected override IJournal OpenJournal(OpenPersonal open) => _journal ??= new(open);

    protected override byte[] Bytes() =>
        [
            .. _journal!
                .ReadAsync(BranchId.Main, Revision.Start, TestContext.Current.CancellationToken)
                .ToBlockingEnumerable()
                .SelectMany(changes => SegmentCodec.Encode(changes.AsSpan())),
        ];
}

public sealed class SqliteWorkspaceTests : WorkspaceContract
{
    private readonly TempFolder _folder = new();

    protected override IJournal OpenJournal(OpenPersonal open) => SqliteJournal.Open(_folder.File("journal.orrery"), open);

    protected override byte[] Bytes() =>
        [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).SelectMany(File.ReadAllBytes)];

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}
