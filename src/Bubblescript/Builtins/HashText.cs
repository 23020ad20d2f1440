using System.Security.Cryptography;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Hashes of texts.</summary>
internal static class HashText
{
    public static Value Hash(string algorithm, string text) =>
        Convert.ToHexStringLower(CryptographicOperations.HashData(NameOf(algorithm)!.Value, Encoding.UTF8.GetBytes(text)));

    public static Value Hmac(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (NameOf(arguments[2].AsString()!) is not { } name)
        {
            return FunctionContext.Fail($"algorithm must be :sha256, :md5, :sha1 or :sha512, got {ValueDescription.Describe(arguments[2])}");
        }

        string encoding = arguments[3].AsString()!;
        if (encoding is not ("hex" or "base64"))
        {
            return FunctionContext.Fail($"encoding must be :hex or :base64, got {ValueDescription.Describe(arguments[3])}");
        }

        byte[] hash = CryptographicOperations.HmacData(name, Encoding.UTF8.GetBytes(arguments[0].AsString()!), Encoding.UTF8.GetBytes(arguments[1].AsString()!));
        return string.Equals(encoding, "hex", StringComparison.Ordinal) ? Convert.ToHexStringLower(hash) : Convert.ToBase64String(hash);
    }

    private static HashAlgorithmName? NameOf(string algorithm) => algorithm switch
    {
        "md5" => HashAlgorithmName.MD5,
        "sha1" => HashAlgorithmName.SHA1,
        "sha256" => HashAlgorithmName.SHA256,
        "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
