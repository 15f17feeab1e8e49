using System.Security.Cryptography;
using System.Text;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What tells whether a change of packs is still the one that was looked at.</summary>
internal static class AdoptionDigest
{
    public static string Of(Adoption adoption) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', adoption.Steps.Select(Line).Prepend(adoption.Title))))
        )[..32];

    private static string Line(AdoptionStep step) =>
        step switch
        {
            AdoptionStep.Changes c => $"{c.Part} {c.Field} {Said(c.Before)} {Said(c.After)}",
            AdoptionStep.Ours o => $"{o.Name} {o.GetType().Name} {Said(o.Packs)} {Said(o.Mine)}",
            AdoptionStep.Ties t => $"{t.Part} {t.Type} {t.To} {t.IsNew}",
            AdoptionStep.Turns t => $"{t.Part} {t.Counts}",
            _ => $"{step.GetType().Name} {step.Part}",
        };

    private static string Said(Value value) => Convert.ToHexStringLower(ValueCodec.ToBytes(value));
}
