using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bubblescript.Tests.Architecture;

/// <summary>
/// Which namespaces of an assembly use which others, read from its compiled form: base types, fields, signatures, attributes and every instruction.
/// </summary>
internal sealed class NamespaceReferences
{
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields()
        .Select(static field => (OpCode)field.GetValue(obj: null)!)
        .ToDictionary(static code => code.Value);

    private readonly MetadataReader _reader;
    private readonly PEReader _file;
    private readonly TypeNameProvider _names;
    private readonly HashSet<(string From, string To)> _references = [];
    private readonly HashSet<string> _found = [];

    private NamespaceReferences(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _names = new TypeNameProvider(_found);
    }

    public static IReadOnlyCollection<(string From, string To)> Read(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        NamespaceReferences references = new(file);
        foreach (TypeDefinitionHandle type in references._reader.TypeDefinitions)
        {
            references.ReadType(type);
        }

        return references._references;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        _found.Clear();
        Add(type.BaseType);
        foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
        {
            Add(_reader.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            _reader.GetFieldDefinition(field).DecodeSignature(_names, genericContext: null);
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            ReadMethod(_reader.GetMethodDefinition(method));
        }

        string from = _names.NamespaceOf(_reader, handle);
        foreach (string to in _found.Where(to => to != from))
        {
            _references.Add((from, to));
        }
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(_names, genericContext: null);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, genericContext: null);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions.Where(static region => !region.CatchType.IsNil))
        {
            Add(region.CatchType);
        }

        ReadInstructions(body.GetILReader());
    }

    private void ReadInstructions(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int first = code.ReadByte();
            OpCode opcode = OpCodes[first == 0xFE ? unchecked((short)(0xFE00 | code.ReadByte())) : (short)first];
            switch (opcode.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += targets * 4;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset++;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _names.GetTypeFromDefinition(_reader, (TypeDefinitionHandle)handle, rawTypeKind: 0);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_names, genericContext: null);
                break;
            case HandleKind.MethodDefinition:
                Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                AddMember(_reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(specification.Method);
                specification.DecodeSignature(_names, genericContext: null);
                break;
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(_names, genericContext: null);
        }
        else
        {
            member.DecodeFieldSignature(_names, genericContext: null);
        }
    }

    /// <summary>Collects the namespaces of the assembly's own types that signatures mention.</summary>
    private sealed class TypeNameProvider(HashSet<string> found) : ISignatureTypeProvider<string, object?>
    {
        public string NamespaceOf(MetadataReader reader, TypeDefinitionHandle handle)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            while (!type.GetDeclaringType().IsNil)
            {
                type = reader.GetTypeDefinition(type.GetDeclaringType());
            }

            return reader.GetString(type.Namespace);
        }

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            string name = NamespaceOf(reader, handle);
            if (name.StartsWith("Bubblescript.", StringComparison.Ordinal))
            {
                found.Add(name);
            }

            return name;
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => "";

        public string GetArrayType(string elementType, ArrayShape shape) => "";

        public string GetByReferenceType(string elementType) => "";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => "";

        public string GetGenericMethodParameter(object? genericContext, int index) => "";

        public string GetGenericTypeParameter(object? genericContext, int index) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => "";

        public string GetPinnedType(string elementType) => "";

        public string GetPointerType(string elementType) => "";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";

        public string GetSZArrayType(string elementType) => "";
    }
}
