using System.Text;
using NodaTime;
using Orrery.Graph;
using Orrery.Import;
using Orrery.Testing;

namespace Orrery.Tests.Import;

/// <summary>Imports a file from bytes with a mapping written in the test.</summary>
internal static class Reading
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 2, 3, 4);

    public static Translation Of(string mapping, string name, byte[] bytes, ImportLimits? limits = null)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, name), bytes);
        var source = SourceFolder.OfFile(
            Mapping.Parse("mapping.yaml", mapping),
            Path.Combine(folder.Path, name),
            limits ?? ImportLimits.Usual
        );
        return source.Translate(source.Files[0], Now);
    }

    public static Translation Of(string mapping, string name, string text) => Of(mapping, name, Encoding.UTF8.GetBytes(text));

    public static Translation.Stated Stated(string mapping, string name, string text) =>
        Of(mapping, name, text) switch
        {
            Translation.Stated stated => stated,
            Translation.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new InvalidOperationException(),
        };

    public static Fault Refused(string mapping, string name, byte[] bytes, ImportLimits? limits = null) =>
        Assert.IsType<Translation.Refused>(Of(mapping, name, bytes, limits)).Fault;

    public static Fault Refused(string mapping, string name, string text) => Refused(mapping, name, Encoding.UTF8.GetBytes(text));

    /// <summary>An entity as one line: its id, kind, key and fields.</summary>
    public static string Show(StatedEntity entity) =>
        $"{entity.ForeignId} {entity.Kind}:{entity.Key} {string.Join(", ", entity.Fields.Select(f => $"{f.Key}={Shown.Of(f.Value)}"))}".TrimEnd();

    public static string Show(StatedRelation relation) =>
        $"{relation.From} {relation.Type} {relation.To} {string.Join(", ", relation.Fields.Select(f => $"{f.Key}={Shown.Of(f.Value)}"))}".TrimEnd();

    public static string Show(Loss loss) => $"{loss.Kind} {loss.Line} {loss.Path} '{loss.Value}': {loss.Why}";
}
