using System.Text;
using System.Text.Json;

namespace Orrery.Cli;

/// <summary>A text stream that travels as frames of an answer.</summary>
internal sealed class FrameWriter(Stream to, Lock turn, Func<string, ForwardedFrame> frame) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        _line.Append(value);
        if (_line.Length >= 8_192)
            Flush();
    }

    public override void Write(string? value)
    {
        _line.Append(value);
        if (value is not null && (_line.Length >= 8_192 || value.EndsWith('\n')))
            Flush();
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        _line.Append(buffer);
        if (_line.Length >= 8_192)
            Flush();
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write($"{buffer}\n");
        return Task.CompletedTask;
    }

    public override void WriteLine(string? value) => Write($"{value}\n");

    public override void Flush()
    {
        if (_line.Length == 0)
            return;
        Send(frame(_line.ToString()));
        _line.Clear();
    }

    public void Send(ForwardedFrame sent)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(sent, ForwardedJson.Default.ForwardedFrame);
        lock (turn)
        {
            to.Write(bytes);
            to.Write("\n"u8);
            to.Flush();
        }
    }
}
