using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The keys of the subjects of personal values, one each, kept apart from the journal so that destroying one erases its values everywhere.</summary>
/// <remarks>Safe to use from many threads. Cipher: AES-256-GCM, docs/journal.md.</remarks>
public interface IKeyRing : IDisposable
{
    /// <summary>Encrypts a value under the key of its subject, which is made when there is none.</summary>
    /// <returns>The sealed value, with its clear value filled in. Sealing twice gives different ciphers.</returns>
    /// <exception cref="FaultException"><c>key.destroyed</c>: the subject was erased, and a second key would undo that.</exception>
    /// <remarks>A new key is durable on return, before anything sealed with it can be recorded.</remarks>
    Value.Personal Seal(Id subject, Value clear);

    /// <summary>Fills in the clear value; null when the key is gone or the cipher is not what was sealed.</summary>
    Value.Personal Open(Value.Personal value);

    /// <summary>Destroys a subject's key, so that its values can be read no more, in no copy of the journal.</summary>
    /// <returns>Whether there was one. On return no file of the ring holds it.</returns>
    bool Destroy(Id subject);
}

/// <summary>Fills bytes with randomness; <c>RandomNumberGenerator.Fill</c> everywhere but in tests.</summary>
public delegate void FillRandom(Span<byte> bytes);
