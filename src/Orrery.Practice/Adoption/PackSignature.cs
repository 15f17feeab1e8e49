using System.Security.Cryptography;
using System.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What tells packs apart that install different things, whatever their version says.</summary>
public static class PackSignature
{
    /// <summary>Sixteen hexadecimal digits, the same for all texts that install the same.</summary>
    /// <exception cref="FaultException">It does not fit together with what it needs of the shelf.</exception>
    public static string Of(Pack pack)
    {
        var parts = new PackParts(pack.ToCommands(Catalogue.Of(PackShelf.WithNeeds([pack])).OrThrow()));
        var entities = parts.Entities.Values.Where(e => e.Labels[0] != MetaKinds.Pack).Select(Line);
        var links = parts.Links.Values.Select(l => $"{l.From} {l.Type} {l.To}");
        var text = string.Join('\n', entities.Concat(links).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Line(GraphCommand.CreateEntity part) =>
        $"{PackParts.RefOf(part)} {string.Join(' ', part.Fields.Select(f => $"{f.Key}={Convert.ToHexStringLower(ValueCodec.ToBytes(f.Value))}"))}";
}
