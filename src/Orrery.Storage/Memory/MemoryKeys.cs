using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A key ring that ends with the process.</summary>
/// <param name="random">Where keys and nonces come from.</param>
public sealed class MemoryKeys(FillRandom random) : IKeyRing
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Id, byte[]?> _keys = [];

    /// <inheritdoc/>
    public Value.Personal Seal(Id subject, Value clear)
    {
        lock (_gate)
        {
            if (!_keys.TryGetValue(subject, out var key))
                random(_keys[subject] = key = new byte[PersonalCipher.KeyLength]);
            return PersonalCipher.Seal(subject, clear, key ?? throw new FaultException(Fault.KeyDestroyed(subject)), random);
        }
    }

    /// <inheritdoc/>
    public Value.Personal Open(Value.Personal value)
    {
        lock (_gate)
            return value with
            {
                Clear = _keys.GetValueOrDefault(value.Subject) is { } key ? PersonalCipher.Open(value, key) : null,
            };
    }

    /// <inheritdoc/>
    public bool Destroy(Id subject)
    {
        lock (_gate)
        {
            var had = _keys.GetValueOrDefault(subject) is not null;
            _keys[subject] = null;
            return had;
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
