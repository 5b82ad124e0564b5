import { isRefusal, refuse } from '@lianban/model';
import { route } from '../http/route';
import { checkBody, checked, checkedView } from '../schemas/check';
import { departmentList, departmentView } from '../schemas/department';
import { packageList, packageShape, packageView } from '../schemas/package';

const minute = 60;

export const packages = [
  route({
    method: 'get',
    path: '/api/packages',
    id: 'listPackages',
    summary: 'The catalogue: what can be applied for, with forms, materials and limits',
    who: 'anyone',
    answers: packageList,
    maxAge: minute,
    async answer({ call }, { applications }) {
      const found = await applications.listPackages({}, call);
      return isRefusal(found) ? found : { body: { packages: found.packages.map(packageView) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/packages/:code',
    id: 'getPackage',
    summary: 'One package of the catalogue',
    who: 'anyone',
    answers: packageShape,
    maxAge: minute,
    async answer({ path, call }, { applications }) {
      const all = await applications.listPackages({}, call);
      if (isRefusal(all)) return all;
      const found = all.packages.find(({ code }) => code === path.code);
      return found ? { body: packageView(found) } : refuse('catalogue-entry-not-found', 'There is no such package.');
    },
  }),
  route({
    method: 'get',
    path: '/api/departments',
    id: 'listDepartments',
    summary: 'The departments, and the city services that perform steps, with their codes in words',
    who: 'anyone',
    answers: departmentList,
    maxAge: minute,
    async answer({ call }, { applications }) {
      const found = await applications.listDepartments({}, call);
      return isRefusal(found) ? found : { body: { departments: found.departments.map(departmentView) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/packages/:code/check',
    id: 'checkPackage',
    summary: 'Can I get this? Which steps would be asked for with these answers, and why; nothing is stored',
    who: 'anyone',
    body: checkBody,
    answers: checked,
    async answer({ path, body, call }, { applications }) {
      const found = await applications.check({ package: path.code, applicant: undefined, ...body }, call);
      return isRefusal(found) ? found : { body: checkedView(found) };
    },
  }),
];
