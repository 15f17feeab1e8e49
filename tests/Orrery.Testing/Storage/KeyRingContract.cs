using FsCheck;
using FsCheck.Fluent;
using Orrery.Graph;
using Orrery.Storage;
using Xunit;

namespace Orrery.Testing;

/// <summary>What every key ring keeps to.</summary>
public abstract class KeyRingContract : IDisposable
{
    private static readonly Id Anna = Id.Named("anna");
    private static readonly Id Ben = Id.Named("ben");

    /// <summary>The ring under test, empty at the start of each test.</summary>
    protected abstract IKeyRing Ring { get; }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Ring.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_was_sealed_opens_again() =>
        Prop.ForAll(
                Some.Id.ToArbitrary(),
                Some.Value.ToArbitrary(),
                (subject, value) =>
                {
                    var sealedValue = Ring.Seal(subject, value) with { Clear = null };

                    Assert.Equal(value, Ring.Open(sealedValue).Clear);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sealing_twice_gives_different_ciphers() =>
        Assert.NotEqual(Ring.Seal(Anna, Value.Of("x")).Cipher, Ring.Seal(Anna, Value.Of("x")).Cipher.AsEnumerable());

    [Fact]
    public void A_value_opens_only_under_its_own_subject()
    {
        var anna = Ring.Seal(Anna, Value.Of("secret"));
        Ring.Seal(Ben, Value.Of("other"));

        Assert.Null(Ring.Open(anna with { Subject = Ben }).Clear);
    }

    [Fact]
    public void A_changed_cipher_does_not_open()
    {
        var anna = Ring.Seal(Anna, Value.Of("secret"));

        Assert.Null(Ring.Open(anna with { Cipher = anna.Cipher.SetItem(30, (byte)(anna.Cipher[30] ^ 1)) }).Clear);
        Assert.Null(Ring.Open(anna with { Cipher = [] }).Clear);
    }

    [Fact]
    public void After_its_key_is_destroyed_a_subject_stays_sealed()
    {
        var anna = Ring.Seal(Anna, Value.Of("secret"));
        var ben = Ring.Seal(Ben, Value.Of("kept"));

        Assert.True(Ring.Destroy(Anna));
        Assert.False(Ring.Destroy(Anna));
        Assert.Null(Ring.Open(anna).Clear);
        Assert.Equal("kept", Ring.Open(ben).AsText);
        Assert.Equal("key.destroyed", Assert.Throws<FaultException>(() => Ring.Seal(Anna, Value.Of("again"))).Fault.Code);
    }
}
