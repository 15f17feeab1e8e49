namespace Orrery.Import;

/// <summary>Finds what no part of the mapping looked at.</summary>
internal static class Unread
{
    /// <summary>Reports every text that was not taken, by its path. Empty values hold nothing to lose.</summary>
    public static void Report(Node root, LossSink losses) => Report(root, "", losses);

    /// <summary>Depth is bounded by the reader's limit.</summary>
    private static void Report(Node node, string path, LossSink losses)
    {
        switch (node)
        {
            case Node.Scalar { IsTaken: false, Text: { Length: > 0 } text }:
                losses.Add(
                    LossKind.Unmapped,
                    node.Line,
                    "",
                    path.Length == 0 ? "." : path,
                    text,
                    "no part of the mapping reads it"
                );
                break;
            case Node.List list:
                foreach (var item in list.Items)
                    Report(item, $"{path}[*]", losses);
                break;
            case Node.Map map:
                foreach (var (key, value) in map.Entries)
                    Report(value, Instance.Join(path, key), losses);
                break;
        }
    }
}
