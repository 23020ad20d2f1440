using System.Text;

namespace Bubblescript.Tests.Coordination.Mail;

/// <summary>A mail as the server got it.</summary>
internal sealed record ReceivedMail(string From, string[] Recipients, string Content)
{
    /// <summary>The lines before the empty one.</summary>
    public string Headers => Content[..Content.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    /// <summary>The decoded body of a mail with one part.</summary>
    public string Body => Decode(Content[(Content.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);

    public string Header(string name) =>
        Headers.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    public static string Decode(string text)
    {
        string joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        List<byte> bytes = [];
        for (int i = 0; i < joined.Length; i++)
        {
            bool isEscape = joined[i] == '=';
            bytes.Add(isEscape ? Convert.ToByte(joined.Substring(i + 1, 2), 16) : (byte)joined[i]);
            i += isEscape ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
