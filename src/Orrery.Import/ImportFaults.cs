using Orrery.Graph;

namespace Orrery.Import;

/// <summary>The refusals of this room.</summary>
internal static class ImportFaults
{
    public static FaultException TooLarge(string file, long sizeInBytes, long limitInBytes) =>
        new(
            new Fault(
                FaultKind.Limit,
                "import.too-large",
                $"{file} is {sizeInBytes:N0} bytes long; {limitInBytes:N0} are accepted.",
                "Split it into several files, or leave out what is not needed."
            )
        );

    public static FaultException Limit(string file, int line, string what, long limit) =>
        new(
            new Fault(
                FaultKind.Limit,
                "import.limit",
                $"{file}, line {line}: more than {limit:N0} {what}.",
                "Split the file, or flatten what is nested; aliases count as if written out."
            )
        );

    public static FaultException Encoding(string file, int line, string what) =>
        new(
            new Fault(
                FaultKind.Invalid,
                "import.encoding",
                $"{file}, line {line}: {what}.",
                "Save the file as UTF-8 (UTF-16 is read too, with its byte order mark)."
            )
        );

    public static FaultException Empty(string file) =>
        new(
            new Fault(
                FaultKind.Invalid,
                "import.empty",
                $"{file}, line 1: nothing is in it.",
                "Fetch the file again. If the source really is empty, write an empty list or map into it."
            )
        );

    public static FaultException Malformed(string file, long line, string format, string why) =>
        Malformed(file, $"{line}", format, why);

    public static FaultException Malformed(string file, string place, string format, string why) =>
        new(
            new Fault(
                FaultKind.Invalid,
                "import.malformed",
                $"{file}, line {place}: this is not {format}: {why}",
                "Mend the file at that line, or name the right format in the mapping."
            )
        );

    public static FaultException Unreadable(string file, string why) =>
        new(
            new Fault(
                FaultKind.Broken,
                "import.unreadable",
                $"{file} cannot be read: {why}",
                "Check that it exists and may be read."
            )
        );

    public static FaultException Mapping(string file, int line, string key, string why, string remedy) =>
        new(new Fault(FaultKind.Invalid, "import.mapping", $"{file}, line {line}, {key}: {why}", remedy));

    public static FaultException NoSource(string file, IEnumerable<string> patterns) =>
        new(
            new Fault(
                FaultKind.NotFound,
                "import.no-source",
                $"No source of the mapping reads {file}.",
                $"Files are read where they match {string.Join(" or ", patterns)}: rename the file, or add a source."
            )
        );

    public static FaultException NoFiles(string folder, IEnumerable<string> patterns) =>
        new(
            new Fault(
                FaultKind.NotFound,
                "import.no-files",
                $"{folder} holds nothing to import.",
                $"It should hold {string.Join(" and ", patterns)}."
            )
        );
}
