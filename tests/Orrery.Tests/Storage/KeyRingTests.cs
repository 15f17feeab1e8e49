using System.Security.Cryptography;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class MemoryKeysTests : KeyRingContract
{
    protected override IKeyRing Ring { get; } = new MemoryKeys(RandomNumberGenerator.Fill);
}

public sealed class SqliteKeysTests : KeyRingContract
{
    private readonly TempFolder _folder = new();

    public SqliteKeysTests() => Ring = Open(RandomNumberGenerator.Fill);

    protected override IKeyRing Ring { get; }

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Keys_are_there_after_opening_again()
    {
        var value = Ring.Seal(Id.Named("anna"), Value.Of("secret"));
        Ring.Dispose();

        using var again = Open(RandomNumberGenerator.Fill);

        Assert.Equal("secret", again.Open(value with { Clear = null }).AsText);
    }

    [Fact]
    public void An_erasure_is_there_after_opening_again()
    {
        var value = Ring.Seal(Id.Named("anna"), Value.Of("secret"));
        Ring.Destroy(Id.Named("anna"));
        Ring.Dispose();

        using var again = Open(RandomNumberGenerator.Fill);

        Assert.Null(again.Open(value with { Clear = null }).Clear);
        Assert.Throws<FaultException>(() => again.Seal(Id.Named("anna"), Value.Of("again")));
    }

    [Fact]
    public void A_destroyed_key_is_in_no_file_of_the_folder()
    {
        Ring.Dispose();
        var filled = new List<byte[]>();
        using var ring = Open(bytes =>
        {
            RandomNumberGenerator.Fill(bytes);
            filled.Add(bytes.ToArray());
        });
        for (var i = 0; i < 200; i++)
            ring.Seal(Id.Named("person", $"{i}"), Value.Of("secret"));
        var keys = filled.Where(bytes => bytes.Length == 32).ToList();
        Assert.True(FoundAnywhere(keys[77]));

        ring.Destroy(Id.Named("person", "77"));

        Assert.False(FoundAnywhere(keys[77]));
        Assert.True(FoundAnywhere(keys[78]));
    }

    private bool FoundAnywhere(byte[] bytes) =>
        Directory
            .EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);

    private SqliteKeys Open(FillRandom random) => SqliteKeys.Open(_folder.File("keys.db"), random);
}
