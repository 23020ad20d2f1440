namespace Bubblescript.Diagnostics;

/// <summary>Every diagnostic that the library can report. Codes are never reused. One page each under <c>docs/diagnostics</c>.</summary>
internal static class Descriptors
{
    // Syntax: BS00xx.
    public static readonly DiagnosticDescriptor UnexpectedToken = Error("BS0001", "Unexpected text");
    public static readonly DiagnosticDescriptor UnterminatedString = Error("BS0002", "String without end");
    public static readonly DiagnosticDescriptor InvalidCharacter = Error("BS0003", "Character that has no meaning here");
    public static readonly DiagnosticDescriptor InvalidNumber = Error("BS0004", "Number that cannot be represented");
    public static readonly DiagnosticDescriptor MissingEnd = Error("BS0005", "Block without end");
    public static readonly DiagnosticDescriptor TooDeep = Error("BS0006", "Nesting too deep");
    public static readonly DiagnosticDescriptor ReservedWord = Error("BS0007", "Reserved word used as a name");
    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error("BS0008", "Construct of another language");
    public static readonly DiagnosticDescriptor InvalidEscape = Error("BS0009", "Escape that names no character");
    public static readonly DiagnosticDescriptor ElseIf = Error("BS0010", "else if");
    public static readonly DiagnosticDescriptor TooManyErrors = Error("BS0011", "More errors than are shown");

    // Names: BS01xx.
    public static readonly DiagnosticDescriptor UnknownDialog = Error("BS0101", "Unknown dialog");
    public static readonly DiagnosticDescriptor UnknownFunction = Error("BS0102", "Unknown function");
    public static readonly DiagnosticDescriptor UnknownTask = Error("BS0103", "Unknown task");
    public static readonly DiagnosticDescriptor UnknownConstant = Error("BS0104", "Unknown constant");
    public static readonly DiagnosticDescriptor UnknownOption = Error("BS0105", "Unknown option");
    public static readonly DiagnosticDescriptor WrongArgumentCount = Error("BS0106", "Wrong number of arguments");
    public static readonly DiagnosticDescriptor UnknownBot = Error("BS0108", "Unknown bot");
    public static readonly DiagnosticDescriptor NameExpected = Error("BS0109", "Name expected");
    public static readonly DiagnosticDescriptor InvalidOptionValue = Error("BS0110", "Value that an option does not take");

    // Declarations: BS02xx.
    public static readonly DiagnosticDescriptor DuplicateConstant = Error("BS0201", "Constant defined twice");
    public static readonly DiagnosticDescriptor DuplicateFunction = Error("BS0202", "Function defined twice");
    public static readonly DiagnosticDescriptor DuplicateTest = Error("BS0203", "Test defined twice");
    public static readonly DiagnosticDescriptor ConstantCycle = Error("BS0204", "Constants that need each other");
    public static readonly DiagnosticDescriptor ImpureConstant = Error("BS0205", "Constant that depends on the outside");
    public static readonly DiagnosticDescriptor ConstantFailed = Error("BS0206", "Constant that cannot be evaluated");
    public static readonly DiagnosticDescriptor InvalidPattern = Error("BS0207", "Invalid BML pattern");
    public static readonly DiagnosticDescriptor InvalidQuery = Error("BS0208", "Invalid query");
    public static readonly DiagnosticDescriptor InvalidDialogHead = Error("BS0209", "Dialog head that cannot start a dialog");
    public static readonly DiagnosticDescriptor InvalidDataFile = Error("BS0210", "Data file that cannot be read");
    public static readonly DiagnosticDescriptor InvalidSchema = Error("BS0211", "Invalid schema");
    public static readonly DiagnosticDescriptor MissingTask = Error("BS0212", "Declared task without a body");
    public static readonly DiagnosticDescriptor NoScript = Error("BS0213", "No script found");
    public static readonly DiagnosticDescriptor DuplicateDeclaration = Error("BS0214", "Name declared twice");

    // Placement: BS03xx.
    public static readonly DiagnosticDescriptor MisplacedInteractive = Error("BS0301", "Interactive statement outside a dialog");
    public static readonly DiagnosticDescriptor MisplacedBreak = Error("BS0302", "break outside repeat");
    public static readonly DiagnosticDescriptor MisplacedReturn = Error("BS0303", "return outside a body");
    public static readonly DiagnosticDescriptor MisplacedStatement = Error("BS0304", "Statement in the wrong place");
    public static readonly DiagnosticDescriptor MisplacedDialog = Error("BS0305", "Inner dialog inside a block");
    public static readonly DiagnosticDescriptor InvalidAssignment = Error("BS0306", "Assignment to something that is no variable");
    public static readonly DiagnosticDescriptor ImpureFunction = Error("BS0307", "Function that acts on the outside");
    public static readonly DiagnosticDescriptor SuspendingGuard = Error("BS0308", "Waiting inside a look-up");

    // Warnings: BS09xx.
    public static readonly DiagnosticDescriptor ShadowedTrigger = Warning("BS0901", "Trigger shadowed by an earlier one");
    public static readonly DiagnosticDescriptor UnreachableDialog = Warning("BS0902", "Dialog that nothing can reach");
    public static readonly DiagnosticDescriptor UnusedConstant = Warning("BS0903", "Constant that is not used");
    public static readonly DiagnosticDescriptor UnreachableStatement = Warning("BS0904", "Statement that is never executed");
    public static readonly DiagnosticDescriptor DuplicateDialog = Warning("BS0905", "Dialog hidden by an earlier one");
    public static readonly DiagnosticDescriptor UnusedValue = Warning("BS0906", "Value that is not used");
    public static readonly DiagnosticDescriptor NoMain = Warning("BS0907", "Bot without main");
    public static readonly DiagnosticDescriptor MissingTranslation = Warning("BS0908", "Text without translation");

    private static DiagnosticDescriptor Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static DiagnosticDescriptor Warning(string code, string title) => new(code, DiagnosticSeverity.Warning, title);
}
