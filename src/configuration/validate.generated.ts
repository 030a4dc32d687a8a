// Generated from schema.json by `npm run generate`; do not edit.
// @ts-nocheck
export const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"concord.yaml","description":"Settings of a Concord workspace: which files, which rules at which level, and how to report.","type":"object","additionalProperties":false,"properties":{"include":{"description":"Globs of the plan files, relative to this file. Unsaid: **/*.sop","type":["array","null"],"items":{"type":"string","pattern":".","not":{"type":"string","pattern":"(^|[!/\\\\{,(|])\\.\\.($|[/\\\\},)|])|^!?[/\\\\]|^!?[A-Za-z]:"}}},"exclude":{"description":"Globs of plan files to leave out.","type":["array","null"],"items":{"type":"string","pattern":".","not":{"type":"string","pattern":"(^|[!/\\\\{,(|])\\.\\.($|[/\\\\},)|])|^!?[/\\\\]|^!?[A-Za-z]:"}}},"fail-on":{"description":"From which severity on a finding fails the check. Unsaid: error","enum":["error","warning","information","never"]},"rules":{"description":"Levels of rules, by name (balance/capacity) or by the first part of names (balance).","type":["object","null"],"additionalProperties":{"enum":["off","error","warning","information"]}},"item-sources":{"description":"Where item data lies, by the name that a plan gives after `from`.","type":["object","null"],"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"file":{"description":"The file, relative to this one. Unsaid: the name itself","type":"string","pattern":"."},"separator":{"description":"What stands between two cells. Unsaid: told from the first line","enum":["comma","semicolon","tab","bar"]}}}},"report":{"description":"How findings are shown.","type":["object","null"],"additionalProperties":false,"properties":{"color":{"description":"Colours on a terminal. Unsaid: auto","enum":["auto","always","never"]},"width":{"description":"The width of a line, in columns. Unsaid: the terminal's, at most 100","type":"integer","minimum":40,"maximum":400}}}}};
const pattern0 = new RegExp("(^|[!/\\\\{,(|])\\.\\.($|[/\\\\},)|])|^!?[/\\\\]|^!?[A-Za-z]:", "u");
const pattern1 = new RegExp(".", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "include") || (key0 === "exclude")) || (key0 === "fail-on")) || (key0 === "rules")) || (key0 === "item-sources")) || (key0 === "report"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.include !== undefined){
let data0 = data.include;
if((!(Array.isArray(data0))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: schema11.properties.include.type}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid3 = _errs7 === errors;
if(valid3){
const err4 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/pattern",keyword:"pattern",params:{pattern: "."}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
if(data.exclude !== undefined){
let data2 = data.exclude;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err7 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: schema11.properties.exclude.type}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid6 = _errs14 === errors;
if(valid6){
const err10 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err11 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/pattern",keyword:"pattern",params:{pattern: "."}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data["fail-on"] !== undefined){
let data4 = data["fail-on"];
if(!((((data4 === "error") || (data4 === "warning")) || (data4 === "information")) || (data4 === "never"))){
const err13 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema11.properties["fail-on"].enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.rules !== undefined){
let data5 = data.rules;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
const err14 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: schema11.properties.rules.type}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
if(!((((data6 === "off") || (data6 === "error")) || (data6 === "warning")) || (data6 === "information"))){
const err15 = {instancePath:instancePath+"/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
if(data["item-sources"] !== undefined){
let data7 = data["item-sources"];
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err16 = {instancePath:instancePath+"/item-sources",schemaPath:"#/properties/item-sources/type",keyword:"type",params:{type: schema11.properties["item-sources"].type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!((key3 === "file") || (key3 === "separator"))){
const err17 = {instancePath:instancePath+"/item-sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/item-sources/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.file !== undefined){
let data9 = data8.file;
if(typeof data9 === "string"){
if(!pattern1.test(data9)){
const err18 = {instancePath:instancePath+"/item-sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/file",schemaPath:"#/properties/item-sources/additionalProperties/properties/file/pattern",keyword:"pattern",params:{pattern: "."}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/item-sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/file",schemaPath:"#/properties/item-sources/additionalProperties/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.separator !== undefined){
let data10 = data8.separator;
if(!((((data10 === "comma") || (data10 === "semicolon")) || (data10 === "tab")) || (data10 === "bar"))){
const err20 = {instancePath:instancePath+"/item-sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/separator",schemaPath:"#/properties/item-sources/additionalProperties/properties/separator/enum",keyword:"enum",params:{allowedValues: schema11.properties["item-sources"].additionalProperties.properties.separator.enum}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/item-sources/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/item-sources/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.report !== undefined){
let data11 = data.report;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err22 = {instancePath:instancePath+"/report",schemaPath:"#/properties/report/type",keyword:"type",params:{type: schema11.properties.report.type}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
if(!((key4 === "color") || (key4 === "width"))){
const err23 = {instancePath:instancePath+"/report",schemaPath:"#/properties/report/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.color !== undefined){
let data12 = data11.color;
if(!(((data12 === "auto") || (data12 === "always")) || (data12 === "never"))){
const err24 = {instancePath:instancePath+"/report/color",schemaPath:"#/properties/report/properties/color/enum",keyword:"enum",params:{allowedValues: schema11.properties.report.properties.color.enum}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data11.width !== undefined){
let data13 = data11.width;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err25 = {instancePath:instancePath+"/report/width",schemaPath:"#/properties/report/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 400 || isNaN(data13)){
const err26 = {instancePath:instancePath+"/report/width",schemaPath:"#/properties/report/properties/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 400}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data13 < 40 || isNaN(data13)){
const err27 = {instancePath:instancePath+"/report/width",schemaPath:"#/properties/report/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 40}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
