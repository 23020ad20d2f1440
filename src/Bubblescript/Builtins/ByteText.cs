using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Texts as bytes and back.</summary>
internal static class ByteText
{
    public static Value EncodeBase64(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(arguments[0].AsString()!);
        return UrlText.Limited(arguments[1].IsTruthy ? Base64Url.EncodeToString(bytes) : System.Convert.ToBase64String(bytes), context);
    }

    public static Value DecodeBase64(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        string digits = string.Concat(text.Where(static character => !char.IsWhiteSpace(character))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        byte[] bytes = new byte[(digits.Length * 3 / 4) + 3];
        return Base64Url.IsValid(digits) && Base64Url.TryDecodeFromChars(digits, bytes, out int length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : FunctionContext.Fail($"{ValueDescription.Format(text)} is no Base64 of a text");
    }

    public static Value EncodeHex(string text, FunctionContext context) => UrlText.Limited(System.Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)), context);

    public static Value DecodeHex(string text)
    {
        string digits = text.Trim();
        if (digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit))
        {
            byte[] bytes = System.Convert.FromHexString(digits);
            if (Utf8.IsValid(bytes))
            {
                return Encoding.UTF8.GetString(bytes);
            }
        }

        return FunctionContext.Fail($"{ValueDescription.Format(text)} are no hexadecimal digits of a text");
    }
}
