using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bubblescript.PublicTests.Api;

/// <summary>Lists what an assembly shows to its users, one line per type and member, in a stable order.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        List<string> lines = [];
        foreach (Type type in assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            lines.Add($"{KindOf(type)} {NameOf(type)}{BasesOf(type)}");
            lines.AddRange(MembersOf(type).Order(StringComparer.Ordinal).Select(static line => "  " + line));
        }

        return lines;
    }

    private static string KindOf(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return "delegate";
        }

        string kind = type.IsValueType ? "struct" : type.GetMethod("<Clone>$") is null ? "class" : "record";
        return type is { IsAbstract: true, IsSealed: true } ? "static " + kind : type.IsAbstract ? "abstract " + kind : type.IsSealed || type.IsValueType ? kind : "open " + kind;
    }

    private static string BasesOf(Type type)
    {
        List<string> bases = [];
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type))
        {
            bases.Add(NameOf(parent));
        }

        IEnumerable<Type> interfaces = type.GetInterfaces().Where(static item => item.IsVisible && !item.Name.StartsWith("IEquatable", StringComparison.Ordinal));
        bases.AddRange(type.IsEnum ? [] : interfaces.Select(NameOf).Order(StringComparer.Ordinal));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        IEnumerable<string> constructors = type.GetConstructors(Declared).Where(IsVisible).Select(item => $"new({ParametersOf(item)})");
        IEnumerable<string> fields = type.GetFields(Declared).Where(static item => item.IsPublic || item.IsFamily).Select(Describe);
        IEnumerable<string> properties = type.GetProperties(Declared).Where(static item => item.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Describe);
        IEnumerable<string> events = type.GetEvents(Declared).Where(static item => IsVisible(item.AddMethod!)).Select(static item => $"event {NameOf(item.EventHandlerType!)} {item.Name}");
        IEnumerable<string> methods = type.GetMethods(Declared).Where(static item => IsVisible(item) && !IsGenerated(item)).Select(Describe);
        return constructors.Concat(fields).Concat(properties).Concat(events).Concat(methods);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MethodInfo method) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$";

    private static string Describe(FieldInfo field) =>
        $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{NameOf(field.FieldType)} {field.Name}";

    private static string Describe(PropertyInfo property)
    {
        MethodInfo accessor = property.GetAccessors(nonPublic: true).First(IsVisible);
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Describe))}]";
        StringBuilder accessors = new();
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            accessors.Append(" get;");
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            bool isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Append(isInit ? " init;" : " set;");
        }

        bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false);
        return $"{(accessor.IsStatic ? "static " : "")}{(isRequired ? "required " : "")}{NameOf(property.PropertyType)} {name} {{{accessors} }}";
    }

    private static string Describe(MethodInfo method)
    {
        string generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(static item => item.Name))}>" : "";
        string modifier = method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "";
        return $"{modifier}{NameOf(method.ReturnType)} {method.Name}{generics}({ParametersOf(method)})";
    }

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        string reference = parameter.ParameterType.IsByRef ? parameter.IsOut ? "out " : "ref " : "";
        return $"{(isParams ? "params " : "")}{reference}{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}";
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return NameOf(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        string name = type.Namespace?.StartsWith("Bubblescript", StringComparison.Ordinal) == true && !type.IsGenericParameter ? type.FullName ?? type.Name : type.Name;
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : $"{name[..arity]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
