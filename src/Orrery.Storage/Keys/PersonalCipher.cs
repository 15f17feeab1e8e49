using System.Collections.Immutable;
using System.Security.Cryptography;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>AES-256-GCM over the canonical bytes of a value: nonce (12), tag (16), cipher text. The subject's id is authenticated with it.</summary>
internal static class PersonalCipher
{
    public const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static Value.Personal Seal(Id subject, Value clear, ReadOnlySpan<byte> key, FillRandom random)
    {
        var plain = ValueCodec.ToBytes(clear);
        var cipher = new byte[NonceLength + TagLength + plain.Length];
        var nonce = cipher.AsSpan(0, NonceLength);
        random(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, cipher.AsSpan(NonceLength + TagLength), cipher.AsSpan(NonceLength, TagLength), Bound(subject));
        CryptographicOperations.ZeroMemory(plain);
        return new(subject, ImmutableArray.Create(cipher), clear);
    }

    public static Value? Open(Value.Personal value, ReadOnlySpan<byte> key)
    {
        var cipher = value.Cipher.AsSpan();
        if (cipher.Length < NonceLength + TagLength)
            return null;
        var plain = new byte[cipher.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(
                cipher[..NonceLength],
                cipher[(NonceLength + TagLength)..],
                cipher.Slice(NonceLength, TagLength),
                plain,
                Bound(value.Subject)
            );
            return ValueCodec.FromBytes(plain);
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Bound(Id subject) => subject.Value.ToByteArray(bigEndian: true);
}
